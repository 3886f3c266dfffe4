import { render } from 'preact';
import { App } from './frame/App.tsx';

const root = document.getElementById('sandbox');
if (root === null) throw new Error('The page has no place for the sandbox.');
// The key has become a cookie; the address bar, and what is copied from it, need not show it.
const address = new URL(location.href);
address.searchParams.delete('token');
if (address.href !== location.href) history.replaceState(null, '', address);
render(<App />, root);
