// The shared worker: the published bundle and its worker main, as the hosted CCP runs them.
/* global connect, importScripts */
importScripts('connect-streams.js');
connect.worker.main();
