export type TopicId =
  | 'ai'
  | 'security'
  | 'company'
  | 'deals'
  | 'economy'
  | 'rates'
  | 'markets'
  | 'crypto'
  | 'election'
  | 'regulation'
  | 'courts'
  | 'conflict'
  | 'consumer'
  | 'software'
  | 'energy'
  | 'science'
  | 'health'
  | 'space'
  | 'sports'
  | 'entertainment'
  | 'jobs'
  | 'politics'
  | 'local'
  | 'general';

export interface Topic {
  id: TopicId;
  tags: readonly string[];
  /** Where an answer of this kind is published. */
  source: string;
  /** What is used when the source is gone or silent. */
  fallback: string;
  /** Days after the deadline by which the source has normally published. */
  lag: number;
  /** Words that speak for the topic; each distinct match counts. */
  words: RegExp;
  /** Words that every article has some of: they count in the text around a claim, not in the claim. */
  weak?: RegExp;
}

const news = 'reports of at least two of Reuters, the Associated Press and the BBC';

/** Topics in the order in which a tie is decided. */
export const topics: readonly Topic[] = [
  {
    id: 'election',
    tags: ['politics', 'elections'],
    source: 'the final result published by the responsible electoral authority',
    fallback: news,
    lag: 30,
    words:
      /\b(?:elections?|elected|re-?elect\w*|ballots?|voters?|votes? (?:share|in (?:an? |the )?(?:election|referendum))|(?:popular|electoral|snap) votes?|polls|opinion poll|primar(?:y (?:elections?|votes?|race)|ies)|candidates? for|nominee|nomination|presiden(?:tial|cy)|(?:next|new|first \w+|becomes?|remains?|re-?elected) (?:the )?(?:\w+ )?(?:president|prime minister|mayor|governor|chancellor)|(?:win|lose|keep|hold)s? (?:\w+ ){0,4}(?:seats?|majority|senate|house|congress)|coalition (?:government|talks)|referendums?|approval rating|party leader)\b/gi,
  },
  {
    id: 'deals',
    tags: ['business', 'acquisitions'],
    source: 'the announcement of one of the companies, or its filing with the securities regulator',
    fallback: 'reports of at least two of Reuters, Bloomberg and the Financial Times',
    lag: 14,
    words:
      /\b(?:acqui(?:re[sd]?|ring|sitions?)|mergers?|merges?|takeovers?|buy-?outs?|bids? for|spin-?offs? of|divest\w*|stake in|IPO|go(?:es|ing)? public|initial public offering)\b/gi,
  },
  {
    id: 'ai',
    tags: ['ai'],
    source: "the developers' own announcements and technical reports",
    fallback: 'reports of at least two of Reuters, the Financial Times and The Information',
    lag: 14,
    words:
      /\b(?:AI|A\.I\.|artificial intelligence|LLMs?|language models?|frontier (?:models?|labs?)|foundation models?|open[- ]weights?(?: models?)?|open models?|OpenAI|Anthropic|Claude|ChatGPT|GPT-?\d\S*|Gemini|DeepMind|DeepSeek|Llama|xAI|Grok|Mistral|AGI|superintelligence|chatbots?|machine learning|world models?|agentic|training (?:runs?|compute)|inference|benchmarks?)\b/gi,
  },
  {
    id: 'security',
    tags: ['security'],
    source: "Verizon's Data Breach Investigations Report",
    fallback: "ENISA's Threat Landscape report",
    lag: 180,
    words:
      /\b(?:cyber\w*|hack(?:ers?|ing|ed|s)?|malware|ransomware|breach(?:es)?|botnets?|phishing|vulnerabilit(?:y|ies)|zero[- ]days?|exploits?|attackers?|threat actors?|adversaries|passwords?|credentials?|encryption|skimm\w+|cryptomin\w*|infosec|security teams?|state-sponsored|attack surface|data protection)\b/gi,
  },
  {
    id: 'crypto',
    tags: ['crypto'],
    source: 'CoinGecko (daily close, UTC)',
    fallback: 'CoinMarketCap',
    lag: 7,
    words:
      /\b(?:bitcoins?|BTC|ethereum|ETH|ether|crypto(?:currenc(?:y|ies))?|stablecoins?|tokeni[sz]\w+|blockchains?|DeFi|NFTs?|on-chain)\b/gi,
  },
  {
    id: 'markets',
    tags: ['markets'],
    source: "the exchange's official closing price",
    fallback: 'Yahoo Finance',
    lag: 7,
    words:
      /\b(?:stocks?|shares? price|share price|S&P ?500|Dow|Nasdaq|FTSE|index(?:es)? close|bond yields?|oil price|brent|gold price|equities|bull market|bear market|market cap(?:itali[sz]ation)?)\b/gi,
  },
  {
    id: 'rates',
    tags: ['economics'],
    source: "the central bank's published decision",
    fallback: 'reports of at least two of Reuters, Bloomberg and the Financial Times',
    lag: 7,
    words:
      /\b(?:central banks?|Federal Reserve|the Fed|ECB|Bank of England|Bank of Japan|deposit rate|policy rate|base rate|bank rate|rate (?:cuts?|hikes?|rises?)|interest rates?|basis points)\b/g,
  },
  {
    id: 'economy',
    tags: ['economics'],
    source: 'the first release of the national statistics office or central bank that covers the period',
    fallback: "the IMF's World Economic Outlook database",
    lag: 90,
    words:
      /\b(?:GDP|inflation|unemployment|interest rates?|economic growth|econom(?:y|ies)|recession|deficits?|public debt|federal debt|exports?|imports?|tariffs?|trade|consumer (?:demand|prices|spending)|monetary policy|central bank|Federal Reserve|ECB|budget|tax(?:es)?|wages|house prices|housing|council tax|tourism|spending)\b/gi,
  },
  {
    id: 'jobs',
    tags: ['jobs'],
    source: 'the national statistics office',
    fallback: 'the International Labour Organization (ILOSTAT)',
    lag: 90,
    words: /\b(?:jobs?|lay-?offs?|employment|workforce|workers|hiring|juniors?|salaries)\b/gi,
  },
  {
    id: 'regulation',
    tags: ['regulation'],
    source: 'the official journal or register of the legislator or regulator concerned',
    fallback: news,
    lag: 30,
    words:
      /\b(?:regulat(?:ion|ions|ors?|ory|e|es)|legislation|laws?|bills?|ban(?:s|ned)?|directive|AI Act|GDPR|antitrust|competition authority|FTC|European Commission|executive orders?|compliance|privacy|licen[cs]ing|sanctions?)\b/gi,
  },
  {
    id: 'courts',
    tags: ['law'],
    source: 'the published decision of the court',
    fallback: news,
    lag: 30,
    words:
      /\b(?:courts?|lawsuits?|judges?|verdict|trial|convicted|indict\w*|appeal|rulings?|sue[sd]?|settle(?:s|d)? with|jury|sentenced?)\b/gi,
  },
  {
    id: 'conflict',
    tags: ['geopolitics'],
    source: news,
    fallback: 'the Institute for the Study of War',
    lag: 14,
    words:
      /\b(?:wars?|ceasefire|peace (?:deal|treaty|talks)|invasion|invades?|troops|missiles?|NATO|nuclear|military|conflicts?|sanctions on|territor(?:y|ies)|treaty|accession|membership)\b/gi,
  },
  {
    id: 'space',
    tags: ['space'],
    source: "the launch operator's or space agency's own statement",
    fallback: "Jonathan McDowell's launch log",
    lag: 14,
    words:
      /\b(?:NASA|SpaceX|Starship|orbit(?:al)?|launch vehicles?|rockets?|Moon|Mars|lunar|satellites?|ESA|spacecraft|Artemis)\b/gi,
  },
  {
    id: 'health',
    tags: ['health'],
    source: 'the World Health Organization or the national medicines agency concerned',
    fallback: 'Our World in Data',
    lag: 30,
    words:
      /\b(?:vaccines?|FDA|EMA|drug|drugs|trial results|patients?|hospitals?|pandemic|covid\S*|diseases?|variants?|cancer|clinical|medicines?|obesity|World Health Organi[sz]ation|emergency department)\b/gi,
  },
  {
    id: 'energy',
    tags: ['energy', 'climate'],
    source: 'the International Energy Agency',
    fallback: 'Ember and Our World in Data',
    lag: 120,
    words:
      /\b(?:solar|wind (?:power|farms?)|renewables?|emissions|carbon|climate|coal|natural gas|nuclear (?:power|plants?|reactors?)|batter(?:y|ies)|electric (?:cars?|vehicles?)|EVs?|grid|electricity|oil (?:demand|production)|temperatures?|warm(?:est|ing))\b/gi,
  },
  {
    id: 'software',
    tags: ['software'],
    source: "the Stack Overflow Developer Survey, or the project's own release notes and documentation",
    fallback: 'npm and GitHub statistics',
    lag: 60,
    words:
      /\b(?:developers?|JavaScript|TypeScript|Python|Rust|WebAssembly|Wasm|Kubernetes|containeri[sz]\w+|container (?:images?|runtimes?|orchestration|platforms?|registr(?:y|ies))|serverless|frameworks?|open[- ]source projects?|IDE|editors?|npm|GitHub|compilers?|Linux|databases?|DevOps|cloud providers?|code|programming|bundlers?|edge computing|release \d)\b/gi,
  },
  {
    id: 'consumer',
    tags: ['technology'],
    source: "the maker's own announcement",
    fallback: 'reports of at least two of The Verge, Ars Technica and Reuters',
    lag: 14,
    words:
      /\b(?:smartphones?|iPhones?|iPads?|Android|laptops?|tablets?|consoles?|PlayStation|Xbox|Nintendo|gadgets?|wearables?|headsets?|smart glasses|AR|VR|robots?|humanoids?|self-driving|robotaxis?|TVs?|devices?|gamers?|broadband|internet access|trade show|products? unveiled)\b/gi,
  },
  {
    id: 'sports',
    tags: ['sports'],
    source: "the competition's official results",
    fallback: 'ESPN or BBC Sport',
    lag: 7,
    words:
      /\b(?:championship|league|cup|olympics?|medals?|playoffs?|tournament|season|coach|team wins|finals|cup final|grand slam|super bowl|world series|premier league|matches|goals?)\b/gi,
  },
  {
    id: 'entertainment',
    tags: ['culture'],
    source: "the awarding body's or distributor's own announcement",
    fallback: 'Variety or Box Office Mojo',
    lag: 14,
    words:
      /\b(?:films?|movies?|box office|oscars?|grammys?|emmys?|albums?|streaming|Netflix|Disney|series|episodes?|video games?|sequel|bestsellers?)\b/gi,
  },
  {
    id: 'science',
    tags: ['science'],
    source: 'a paper in a peer-reviewed journal',
    fallback: 'reports of at least two of Nature News, Science News and Quanta',
    lag: 60,
    words:
      /\b(?:scientists?|researchers?|physics|quantum|fusion|genom\w*|protein|Nobel|discover(?:y|ies|ed)|telescope|experiments?|peer-reviewed|biology|chemistry|mathematic\w*)\b/gi,
  },
  {
    id: 'local',
    tags: ['local'],
    source:
      'the official announcement of the body that the question names, or of the authority or operator responsible',
    fallback: 'reports of two newspapers of the place or country, named in the resolution',
    lag: 14,
    words:
      /\b(?:trams?|tramways?|light rail|metro|(?:bus|train|rail|ferry|tram|night) (?:services?|routes?|lines?|links?|network)|rail(?:ways?)?|bus(?:es)?|ferr(?:y|ies)|port|(?:sea|air)?ports? (?:of|authority|officials|expansion)|seaports?|airports?|harbou?rs?|quays?|(?:container|cruise|ferry|airport|bus|freight|passenger|port) terminals?|terminals?|runways?|bridges?(?! (?:the|this|that|our|its|their|both|between)\b)|tunnels?|motorways?|highways?|(?:ring|toll|access|main|bypass) roads?|roads|bypass(?:es)?|stations?|cycle (?:lanes?|paths?)|depots?|(?<!(?:European|Security|Research|Advisory|Atlantic|Business) )councils?(?! tax| of (?:the )?(?:Europe|EU|economic))|council(?:l)?ors?|municipal(?:ity|ities)?|local authorit(?:y|ies)|town hall|parking|(?:port|harbou?r|mooring|berth|landing|entrance|entry|nursery|waste|library|licen[cs]e|service|congestion) (?:fees?|charges?)|fees|fares?|swimming pools?|landfill|sewage|waterworks|planning permission|residents|neighbou?rhoods?)\b/gi,
  },
  {
    id: 'politics',
    tags: ['politics'],
    source: 'the official record or announcement of the body or office that the question names',
    fallback: news,
    lag: 14,
    words:
      /\b(?:votes?|mayors?|governors?|presidents?|prime ministers?|ministers?|ministry|ministries|parliament(?:ary)?|senate|congress|coalition|government|cabinet|lawmakers?|MPs|politicians|opposition)\b/gi,
  },
  {
    id: 'company',
    tags: ['business'],
    source: "the company's own report or its filing with the securities regulator",
    fallback: 'reports of at least two of Reuters, Bloomberg and the Financial Times',
    lag: 60,
    words:
      /\b(?:revenues?|profits?|earnings|sales|quarter(?:ly)?|CEO|market share|valuation|annuali[sz]ed|bankrupt\w*|shipments?|subscribers?|advertising)\b/gi,
    weak: /\b(?:company|companies|firms?|customers?|enterprises?|organi[sz]ations?)\b/gi,
  },
  {
    id: 'general',
    tags: [],
    source: news,
    fallback: 'the Wikipedia article on the subject as it stands on the resolution date',
    lag: 14,
    words: /(?!)/g,
  },
];
