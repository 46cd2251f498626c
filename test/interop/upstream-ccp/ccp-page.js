// The CCP page's script: signs in on the backend, then has upstream start the shared worker.
/* global URL, connect, document, fetch, location */
(async () => {
  const at = (path) => new URL(path, location.href).href;
  const status = document.querySelector('[role=status]');
  const response = await fetch(at('auth/authorize'), { method: 'POST', credentials: 'include' });
  if (!response.ok) {
    status.textContent = 'Signed out'; // like a login page: no worker, hence no acknowledge for the embedding page
    return;
  }
  const { accessToken, expiration } = await response.json();
  connect.core.initSharedWorker({
    sharedWorkerUrl: at('worker.js'),
    authToken: accessToken,
    refreshToken: 'refresh-token',
    authTokenExpiration: expiration,
    region: 'us-west-2',
    endpoint: at('api'),
    authorizeEndpoint: at('auth/authorize'),
    agentAppEndpoint: at('agent-app/api'),
    taskTemplatesEndpoint: at('task-templates/api'),
    authCookieName: 'upstream-ccp-session',
    loginEndpoint: location.href, // signing in leads back to here
  });
  connect.core.initPageOptions({});
  status.textContent = 'Started';
})();
