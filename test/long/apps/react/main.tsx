// An application of React 19 around a simulated panel. Its address comes with the page's own.
import { createRoot } from 'react-dom/client';
import { App } from './App';

const ccpUrl = new URLSearchParams(location.search).get('ccp') ?? '';

createRoot(document.querySelector('#app')!).render(<App ccpUrl={ccpUrl} />);
