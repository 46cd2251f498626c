// An application of Vue 3 around a simulated panel. Its address comes with the page's own.
import { createApp } from 'vue';
import App from './App.vue';

const ccpUrl = new URLSearchParams(location.search).get('ccp') ?? '';

createApp(App, { ccpUrl }).mount('#app');
