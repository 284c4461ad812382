import { BlockList, isIP } from 'node:net';

/**
 * Networks that are not somebody's public server: the IANA special-purpose registries (RFC 6890 and its updates),
 * multicast, and the ranges in which an IPv4 address hides in an IPv6 one (NAT64, 6to4, Teredo).
 */
const refused = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relay anycast
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 3], // multicast, reserved, broadcast
] as const) {
  refused.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['2001::', 23], // protocol assignments, Teredo
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
] as const) {
  refused.addSubnet(network, prefix, 'ipv6');
}

/** IANA has given out unicast addresses from this block only; everything outside it is special. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address belongs to a public server. `'127.0.0.1'`, `'10.1.2.3'`, `'::1'`, `'fd00::1'` and
 * `'::ffff:127.0.0.1'` do not; `'1.1.1.1'` does. Anything that is not an IP address does not.
 */
export const isPublicAddress = (address: string): boolean => {
  const bare = address.replace(/%.*$/, '');
  switch (isIP(bare)) {
    case 4:
      return !refused.check(bare, 'ipv4');
    case 6:
      return globalUnicast.check(bare, 'ipv6') && !refused.check(bare, 'ipv6');
    default:
      return false;
  }
};
