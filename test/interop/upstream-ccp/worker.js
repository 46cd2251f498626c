// The shared worker: the published bundle and its worker main, as the hosted CCP runs them.
/* global connect, importScripts, self */
// The service has no certificate: what the worker means for wss:// goes to ws://.
self.WebSocket = class extends self.WebSocket {
  constructor(url, protocols) {
    super(url.replace(/^wss:/, 'ws:'), protocols);
  }
};
importScripts('connect-streams.js');
connect.worker.main();
