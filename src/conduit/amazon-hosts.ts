// Where Amazon serves CCPs: its domains, and which host names are of the same instance.

/**
 * The domains under which instances have their names: the present one, the older one, and that of AWS GovCloud (US).
 * Amazon Connect Administrator Guide, "Set up your network"; AWS GovCloud (US) User Guide, "Amazon Connect".
 */
const DOMAIN = /^((?:[a-z\d-]+\.)+)(my\.connect\.aws|awsapps\.com|govcloud\.connect\.aws)$/;

/** Of another partition than the two others, at which one and the same instance answers by the same alias. */
const GOVCLOUD = 'govcloud.connect.aws';

/** Path of the AWS access portal, which has names at the older domain too and is a place to sign in, not an instance. */
const ACCESS_PORTAL = /^\/start(?:\/|$)/;

/** Origins at which Amazon serves CCPs: a sign-in address may redirect to one of them. */
export function isAmazonOrigin(origin: string): boolean {
  if (!origin.startsWith('https://')) return false;
  return DOMAIN.test(origin.slice('https://'.length));
}

/** The instance that a host name is of, or null. */
function instanceOf(hostname: string): { alias: string; partition: string } | null {
  const [, alias, domain] = DOMAIN.exec(hostname) ?? [];
  if (!alias) return null;
  return { alias, partition: domain === GOVCLOUD ? 'GovCloud' : 'commercial' };
}

/** True if an address is that of an instance, whatever its path. The access portal at the older domain is not. */
export function isInstance({ hostname, pathname }: URL): boolean {
  return instanceOf(hostname) !== null && !(hostname.endsWith('.awsapps.com') && ACCESS_PORTAL.test(pathname));
}

/**
 * True if a page of Amazon's is that of the instance at an address, under the same name or under its other one:
 * `alias.awsapps.com` and `alias.my.connect.aws` are one instance.
 * @param address an address of the instance.
 * @param origin where the page is from.
 */
export function isOfSameInstance(address: URL, origin: string): boolean {
  if (!isAmazonOrigin(origin)) return false;
  const [one, other] = [instanceOf(address.hostname), instanceOf(new URL(origin).hostname)];
  return one !== null && other !== null && one.alias === other.alias && one.partition === other.partition;
}
