// Embeds two regions through the public API of either library, and records what the page hears of both, in order.
/* global window, document */
(() => {
  const CONTACT_EVENTS = ['onConnecting', 'onConnected', 'onEnded', 'onACW', 'onDestroy'];
  const lines = (window.lines = []);
  const runtimes = {};

  const regionOf = (connect) => Object.keys(runtimes).find((region) => runtimes[region] === connect);

  function follow(connect, region) {
    connect.agent((agent) => {
      lines.push(`${region} agent ${agent.getState().name}`);
      agent.onStateChange(({ newState }) => lines.push(`${region} agent ${newState}`));
    });
    connect.contact((contact) => {
      lines.push(`${region} contact ${contact.getType()}`);
      for (const name of CONTACT_EVENTS) contact[name](() => lines.push(`${region} contact.${name}`));
    });
  }

  /** Embeds both; `first` and `second` are `{region, ccpUrl, instanceArn}`. Settles as the promise for the page does. */
  window.embedRegions = (first, second, pollForFailover) => {
    const { globalConnect } = window;
    const { core } = globalConnect;
    const regionByArn = { [first.instanceArn]: first.region, [second.instanceArn]: second.region };
    core.onInit((connect, region) => {
      runtimes[region] = connect;
      lines.push(`init ${region}`);
      follow(connect, region);
    });
    core.onFailoverPending(({ nextActiveArn }) => lines.push(`pending ${regionByArn[nextActiveArn] ?? '-'}`));
    core.onFailoverComplete(({ activeRegion, activeCcpUrl }) => {
      const isRight = activeCcpUrl === [first, second].find(({ region }) => region === activeRegion).ccpUrl;
      const regions = `${core.primaryRegion}, ${core.secondaryRegion}`;
      lines.push(`complete ${activeRegion} ${isRight} (${regions}; window.connect: ${regionOf(window.connect)})`);
    });
    return new Promise((resolve, reject) => {
      core.initCCP(document.getElementById('container'), {
        ...first,
        standByRegion: second,
        loginUrl: `${window.location.href}sign-in`,
        loginPopup: false,
        pollForFailover,
        softphone: { allowFramedSoftphone: true },
        getPrimaryRegion: (begin) => begin(pollForFailover ? undefined : first.region).then(() => resolve(), reject),
      });
    });
  };
})();
