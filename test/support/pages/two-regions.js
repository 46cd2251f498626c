// A page of two regions that looks at `window.connect` whenever it can, and lists whose it was.
/* global window, document, URLSearchParams, MutationObserver, MessageChannel, setInterval, clearInterval */
(() => {
  /** The Trusted Types policies that the page allows: that of the library, unless its address names another one. */
  const allowed = new URLSearchParams(window.location.search).get('policy') ?? 'connect-ccp-elements';
  const rule = document.createElement('meta');
  rule.httpEquiv = 'Content-Security-Policy';
  rule.content = `trusted-types ${allowed}`;
  document.head.append(rule);

  const { globalConnect } = window;
  const runtimes = (window.runtimes = {});
  const seen = (window.seen = new Set());
  /** What was to be seen in `window.connect`, by whom; runtimes have names only later. */
  const looks = [];
  const look = (who) => looks.push([who, window.connect]);

  /** Looks by timer and by message, at changes of the page, at loads, and through a getter that scripts run into. */
  function watch() {
    const timer = setInterval(() => look('timer'));
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      look('message');
      if (isWatching) port2.postMessage(null);
    };
    port2.postMessage(null);
    const changes = new MutationObserver(() => look('change'));
    changes.observe(document, { childList: true, subtree: true, attributes: true });
    document.addEventListener('load', () => look('load'), true);
    let isWatching = true;
    return () => {
      isWatching = false;
      clearInterval(timer);
      changes.disconnect();
    };
  }

  window.openSession = async (region, contactId) => {
    const session = await new runtimes[region].Contact(contactId).getAgentConnection().getMediaController();
    (window.sessions ??= {})[region] = session;
    session.onMessage(({ data }) => {
      if (data.Type === 'MESSAGE') window.heard.push(`${region} ${data.DisplayName}: ${data.Content}`);
    });
  };
  window.isConnected = (region, contactId) =>
    new runtimes[region].Agent().getContacts().some((one) => one.contactId === contactId && one.isConnected());

  /**
   * Embeds both; `first` and `second` are `{region, ccpUrl, instanceArn}`, and `active` is the region to begin with.
   * Resolves when both agents are known.
   */
  window.embed = async (first, second, active, additionalScripts) => {
    window.heard = [];
    window.subscribed = new Set();
    const { core } = globalConnect;
    core.onInit((connect, region) => {
      runtimes[region] = connect;
      connect.core.getWebSocketManager().onSubscriptionUpdate(() => window.subscribed.add(region));
      connect.contact((contact) => {
        window.heard.push(`${region} contact`);
        contact.onConnecting(() => contact.accept());
      });
    });
    core.onFailoverComplete(({ activeRegion }) => window.heard.push(`complete ${activeRegion}`));
    const stop = watch();
    await new Promise((resolve, reject) => {
      core.initCCP(document.getElementById('ccp'), {
        ...first,
        standByRegion: second,
        additionalScripts,
        pollForFailover: true,
        loginUrl: `${first.ccpUrl}&signin=required`,
        loginPopup: false,
        getPrimaryRegion: (begin) => {
          begin(active).then(resolve, reject);
          look('beginning');
        },
      });
      look('page');
    });
    stop();
    for (const [who, connect] of looks) {
      seen.add(`${who} ${Object.keys(runtimes).find((region) => runtimes[region] === connect)}`);
    }
    await Promise.all(Object.values(runtimes).map((connect) => new Promise((resolve) => connect.agent(resolve))));
    const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
    window.sims = {};
    for (const [region, connect] of Object.entries(runtimes)) {
      window.sims[region] = await attachSimulator(connect);
      await window.sims[region].answerParticipantService();
    }
  };
})();
