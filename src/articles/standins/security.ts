import { longDate } from '../calendar.ts';
import type { StandIn } from './types.ts';
import { yearly } from './yearly.ts';

const crimeReport = {
  source: "the annual report of the FBI's Internet Crime Complaint Center (IC3)",
  fallback: "Verizon's Data Breach Investigations Report (the corresponding trend)",
  lag: 180,
};

export const securityStandIns: readonly StandIn[] = [
  yearly({
    id: 'security-ransomware',
    about: /\bransomware|extortion\b/,
    figure: "Chainalysis's worldwide total of ransomware payments",
    source: "Chainalysis's Crypto Crime Report",
    fallback: "the number of ransomware complaints in the FBI's IC3 annual report",
    lag: 120,
  }),
  yearly({
    id: 'security-mining',
    about: /\b(?:crypto-?min\w*|crypto-?jack\w*|coin-?miners?)\b/,
    figure: "the number of cryptojacking attempts in SonicWall's annual threat report",
    source: "SonicWall's annual Cyber Threat Report",
    fallback: "ENISA's Threat Landscape report",
    lag: 150,
  }),
  yearly({
    id: 'security-botnets',
    about: /\b(?:iot|botnets?|routers?|ddos|connected devices|smart devices)\b/,
    figure: "the number of DDoS attacks in Cloudflare's quarterly reports, added up over the year,",
    source: "Cloudflare's quarterly DDoS threat reports",
    fallback: "Netscout's DDoS Threat Intelligence reports",
    lag: 60,
  }),
  yearly({
    id: 'security-fines',
    about: /\b(?:gdpr|privacy|data protection|fines?|enforcement)\b/,
    figure: "the yearly total of GDPR fines in DLA Piper's survey",
    source: "DLA Piper's GDPR fines and data breach survey",
    fallback: 'the CMS GDPR Enforcement Tracker',
    lag: 60,
    tags: ['regulation'],
  }),
  yearly({
    id: 'security-zero-days',
    about: /\b(?:zero[- ]?days?|vulnerabilit\w+|exploits?|unpatched|patch(?:es|ing)?)\b/,
    figure: "Google's count of zero-day vulnerabilities exploited in the wild",
    source: "Google Threat Intelligence Group's yearly review of zero-days",
    fallback: "the number of entries added to CISA's Known Exploited Vulnerabilities catalogue",
    lag: 120,
  }),
  yearly({
    id: 'security-third-party',
    about: /\b(?:third[- ]part\w+|supply chains?|vendors?|suppliers?|skimm\w+|web assets?|attack surface)\b/,
    figure:
      "the share of breaches with a third party involved in Verizon's Data Breach Investigations Report",
    source: "Verizon's Data Breach Investigations Report (the edition that covers most of the year)",
    fallback: "SecurityScorecard's third-party breach report",
    lag: 200,
  }),
  yearly({
    id: 'security-credentials',
    about: /\b(?:passwords?|passwordless|credentials?|passkeys?|log-?ins?|authentication)\b/,
    figure:
      "the share of breaches that began with stolen credentials in Verizon's Data Breach Investigations Report",
    source: "Verizon's Data Breach Investigations Report (the edition that covers most of the year)",
    fallback: "IBM's X-Force Threat Intelligence Index",
    lag: 200,
  }),
  {
    id: 'security-ai-attack',
    measure: (r) =>
      /\b(?:ai|artificial intelligence|machine[- ]learning|deepfakes?|voice|generative)\b/.test(r.claim)
        ? {
            title: `Will CISA, the UK's NCSC or ENISA attribute an attack on a named organisation to malware that an AI model steers by ${longDate(r.deadline)}?`,
            event: true,
            resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, one of these agencies publishes an advisory or report which says that malware that consults or contains an AI model while it runs was used against an organisation that it or the victim names. Research demonstrations and the mere writing of malware with the help of AI do not count. Resolves NO otherwise.`,
            source: "the agencies' advisories and reports",
            fallback: 'reports of Google Threat Intelligence, Microsoft or Mandiant that say the same',
            lag: 30,
            borneOut: !r.negated,
            tags: ['ai'],
          }
        : null,
  },
  yearly({
    id: 'security-states',
    about:
      /\b(?:state-sponsored|nation[- ]states?|governments?|cyber ?wars?|cyber warfare|espionage|disinformation|attribution|conflicts?)\b/,
    figure: "the number of entries in CSIS's list of significant cyber incidents",
    source: "CSIS's list of significant cyber incidents",
    fallback: "the Council on Foreign Relations' Cyber Operations Tracker",
    lag: 60,
    tags: ['geopolitics'],
  }),
  yearly({
    id: 'security-breaches',
    about: /\b(?:breach\w*|personal (?:data|information)|pii|records|leaks?|identit\w+)\b/,
    figure: "the ITRC's count of data compromises in the US",
    source: 'the annual data breach report of the Identity Theft Resource Center (ITRC)',
    fallback: 'the number of breaches added to Have I Been Pwned',
    lag: 60,
  }),
  yearly({
    id: 'security-losses',
    about:
      /\b(?:attack\w*|hackers?|adversar\w+|threat actors?|cyber\w*|phishing|social engineering|malware|malicious|scams?|fraud)\b/,
    figure: "the total of losses in the FBI's IC3 report",
    ...crimeReport,
  }),
  yearly({
    id: 'security-complaints',
    about:
      /\b(?:attack\w*|hackers?|adversar\w+|threat actors?|cyber\w*|phishing|social engineering|malware|malicious|scams?|fraud)\b/,
    figure: "the number of complaints in the FBI's IC3 report",
    ...crimeReport,
  }),
];
