import { app } from 'electron';

// Features that fetch, report or look up by themselves; each was seen in network traces of comparable programs.
const disabledFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DnsOverHttps',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
];

/** Switches to be set before the runtime is ready: no lookup, no update, no report, no prefetch. */
export function silenceNetwork(): void {
  const line = app.commandLine;
  line.appendSwitch('disable-background-networking');
  line.appendSwitch('disable-component-update');
  line.appendSwitch('disable-domain-reliability');
  line.appendSwitch('disable-breakpad');
  line.appendSwitch('disable-sync');
  line.appendSwitch('disable-quic');
  line.appendSwitch('dns-prefetch-disable');
  line.appendSwitch('no-pings');
  line.appendSwitch('no-proxy-server');
  line.appendSwitch('disable-features', disabledFeatures.join(','));
  line.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
