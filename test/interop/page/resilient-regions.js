// Embeds two regions through connect.globalResiliency of either library, with subscriptions that are made once, and records
// what the page hears, in order.
/* global window, document, URL */
(() => {
  const CONTACT_EVENTS = ['onConnected', 'onEnded', 'onACW', 'onDestroy'];
  const lines = (window.lines = []);
  /** The frames that have said which region they are. */
  const framesKnown = (window.framesKnown = new Set());

  /** Embeds both; `first` and `second` are `{region, ccpUrl}`. */
  window.embedRegions = (first, second) => {
    const { connect } = window;
    window.addEventListener('message', ({ data, source }) => {
      if (data?.event === 'globalResiliency::init') framesKnown.add(source);
    });
    const nameOf = (url) => [first, second].find(({ ccpUrl }) => new URL(ccpUrl).origin === new URL(url).origin).region;
    connect.core.initCCP(document.getElementById('container'), {
      ccpUrl: first.ccpUrl,
      secondaryCCPUrl: second.ccpUrl,
      enableGlobalResiliency: true,
      loginUrl: `${window.location.href}sign-in`,
      loginPopup: false,
      softphone: { allowFramedSoftphone: true },
    });
    const { globalResiliency: regions } = connect;
    // amazon-connect-streams has its bus only now.
    connect.core.onInitialized(() => lines.push(`init ${regions.getActiveRegion()}`));
    regions.onFailoverDetected(({ nextActiveRegion }) => lines.push(`detected ${nextActiveRegion}`));
    regions.onFailoverPending(({ nextActiveRegion }) => lines.push(`pending ${nextActiveRegion}`));
    regions.onFailoverCompleted(({ activeRegion, activeCcpUrl }) => {
      lines.push(`complete ${activeRegion} ${nameOf(activeCcpUrl)} ${regions.getActiveRegion()}`);
    });
    connect.contact((contact) => {
      lines.push(`contact ${contact.getType()}`);
      for (const name of CONTACT_EVENTS) contact[name](() => lines.push(`contact.${name}`));
    });
  };
})();
