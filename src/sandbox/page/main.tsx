import { render } from 'preact';
import { App } from './frame/App.tsx';

const root = document.getElementById('sandbox');
if (root === null) throw new Error('The page has no place for the sandbox.');
// The key has become a cookie; the address bar, and what is copied from it, need not show it.
if (location.search !== '') history.replaceState(null, '', location.pathname + location.hash);
render(<App />, root);
