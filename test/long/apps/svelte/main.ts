// An application of Svelte 5 around a simulated panel. Its address comes with the page's own.
import { mount } from 'svelte';
import App from './App.svelte';

const ccpUrl = new URLSearchParams(location.search).get('ccp') ?? '';

mount(App, { target: document.querySelector('#app')!, props: { ccpUrl } });
