import { render } from 'preact';
import { App } from './frame/App.tsx';

const root = document.getElementById('sandbox');
if (root === null) throw new Error('The page has no place for the sandbox.');
render(<App />, root);
