/** A name and a line about it. */
interface Words {
  readonly name: string;
  readonly about: string;
}

const words = (name: string, about: string): Words => ({ name, about });

const question = words('frage', 'Welche Frage');
const page = words('seite', 'Welche Seite');
const reason = words('grund', 'Warum; alle sehen es');
const criteria = words('kriterien', 'Wie entschieden wird: Quelle, Grenzfälle, Ausweichquelle');
const tags = words('stichwörter', 'Stichwörter: ki, chips');
const title = words('titel', 'Die Frage, in einem Satz');
const hidden = words(
  'verdeckt',
  'Menge und Markt verbergen, bis man selbst geschätzt hat oder bis zu einem Tag',
);

/**
 * Names and descriptions of the slash commands in German, by command ("forecast", "drafts approve"), by family
 * ("drafts"), by argument ("forecast.question") and by menu. What is missing here is shown in English. Names are lower
 * case, at most 32 letters; lines at most 100.
 */
export const german: Readonly<Record<string, Words>> = {
  help: words('hilfe', 'Was man hier tun kann, oder wie ein Befehl benutzt wird'),
  'help.command': words('befehl', 'Ein Befehl, der erklärt werden soll'),

  questions: words(
    'fragen',
    'Fragen auflisten: offene, bald schließende, eigene, nach Stichwort oder Wörtern',
  ),
  'questions.filter': words('auswahl', 'Welche (sonst: offene)'),
  'questions.tag': words('stichwort', 'Nur mit diesem Stichwort'),
  'questions.search': words('suche', 'Nur mit diesen Wörtern im Titel'),
  'questions.page': page,

  question: words('frage', 'Eine Frage zeigen: Menge, Markt, neueste und eigene Schätzung'),
  'question.question': question,

  forecast: words('schätzen', 'Sagen, wie wahrscheinlich es ist; mit Einsatz auch darauf setzen'),
  'forecast.question': question,
  'forecast.probability': words(
    'wahrscheinlichkeit',
    '70%, 7/10, 3:1; A 50 B 30 C 20; 10 / 40 / 90 für Zahlen und Tage',
  ),
  'forecast.stake': words(
    'einsatz',
    'Punkte, die höchstens ausgegeben werden, um den Markt dorthin zu bewegen',
  ),
  'forecast.reason': words('grund', 'Warum, in ein oder zwei Zeilen; andere sehen es'),

  withdraw: words('zurückziehen', 'Die eigene Schätzung zurücknehmen; die Zeit, in der sie stand, zählt'),
  'withdraw.question': question,

  bet: words('wetten', 'Punkte zum Marktpreis auf einen Ausgang setzen'),
  'bet.question': question,
  'bet.outcome': words('ausgang', 'YES, NO, ein Ausgang oder sein Buchstabe; "not A" setzt dagegen'),
  'bet.points': words('punkte', 'Wie viele Punkte: 50, 10%, half, all; oder Anteile, "20 shares"'),
  'bet.max': words('höchstens', 'Höchster Preis, der gezahlt wird: 70%'),
  'bet.until': words('bis', 'Aufhören, sobald der Preis dort ist: 70%'),
  'bet.rest': words('rest', 'Was unter dem Höchstpreis nicht ausgegeben wurde, als Auftrag stehen lassen'),
  'bet.expires': words('gültig', 'Bis wann der Auftrag steht (sonst: bis zum Schluss)'),

  sell: words('verkaufen', 'Eigene Anteile zurück an den Markt verkaufen'),
  'sell.question': question,
  'sell.outcome': words('ausgang', 'Anteile an welchem Ausgang'),
  'sell.shares': words('anteile', 'Wie viele: 20, 50%, half, all'),
  'sell.min': words('mindestens', 'Niedrigster Preis, der angenommen wird: 60%'),

  orders: words('aufträge', 'Die eigenen Aufträge, die im Markt stehen'),
  cancel: words('stornieren', 'Einen eigenen Auftrag zurücknehmen'),
  'cancel.order': words('auftrag', 'Nummer des Auftrags; /orders zählt sie auf'),

  leaderboard: words('rangliste', 'Wer am besten schätzt: nach Wertung, Zeitraum, Stichwort'),
  'leaderboard.metric': words('wertung', 'Gereiht nach (sonst: Brier)'),
  'leaderboard.window': words(
    'zeitraum',
    'all, this month, 2026, 2026-Q4, last 30 days, eine Saison (sonst: all)',
  ),
  'leaderboard.tag': words('stichwort', 'Nur Fragen mit diesem Stichwort'),
  'leaderboard.page': page,

  me: words('ich', 'Eigener Stand: Punkte, Schätzungen, Anteile, Wertungen, Kalibrierung, Rang'),
  'me.member': words('mitglied', 'Von wem (sonst: von einem selbst)'),

  explain: words('erklären', 'Wie eine Wertung zustande kam, Abschnitt für Abschnitt'),
  'explain.question': question,
  'explain.member': words('mitglied', 'Wessen Wertung (sonst: die eigene)'),

  ask: words('fragen-stellen', 'Eine Frage stellen: ja oder nein, Auswahl, Zahl oder Tag'),
  'ask.title': title,
  'ask.closes': words('schluss', 'Bis wann geschätzt wird: 31 Dec, in 3 weeks, end of next year'),
  'ask.criteria': criteria,
  'ask.resolves': words('entscheidung', 'Wann die Antwort bekannt sein sollte (sonst: zum Schluss)'),
  'ask.kind': words('art', 'Art der Frage (sonst: was sich aus dem Rest ergibt)'),
  'ask.outcomes': words('ausgänge', 'Für eine Auswahl: Apple; Google; jemand anders'),
  'ask.range': words('bereich', 'Für eine Zahl oder einen Tag: 0 to 100, Jan 2027 to Dec 2030'),
  'ask.edges': words('grenzen', 'Statt eines Bereichs: wo die Klassen aneinanderstoßen, 10; 20; 50'),
  'ask.bins': words('klassen', 'In wie viele Klassen der Bereich geteilt wird (sonst 8)'),
  'ask.unit': words('einheit', 'Einheit der Zahl, etwa GWh'),
  'ask.scale': words('skala', 'Abstand der Klassen eines Bereichs'),
  'ask.opens': words('beginn', 'Ab wann geschätzt wird (sonst: jetzt)'),
  'ask.prior': words('anfangspreis', 'Anfangspreis: 20%, oder A 50 B 30 C 20 (sonst: alle gleich)'),
  'ask.tags': tags,
  'ask.hidden': hidden,
  'ask.private': words('privat', 'Nur für diesen Kanal'),
  'ask.condition': words('bedingung', 'Aufgehoben, wenn eine andere Frage nicht so ausgeht: Q3 YES'),

  article: words('artikel', 'Die Vorhersagen in einem Artikel finden und Fragen daraus entwerfen'),
  'article.text': words('text', 'Der Text selbst, oder ein Link'),
  'article.url': words('link', 'Ein Link darauf'),
  'article.file': words('datei', 'Text, Markdown, HTML oder PDF'),
  'article.published': words('erschienen', 'Wann er erschien, wenn der Text es nicht sagt'),

  edit: words('ändern', 'Wortlaut oder Tage einer Frage ändern; alle sehen die Änderung'),
  'edit.question': question,
  'edit.title': title,
  'edit.criteria': criteria,
  'edit.closes': words('schluss', 'Bis wann geschätzt wird'),
  'edit.resolves': words('entscheidung', 'Wann die Antwort bekannt sein sollte'),
  'edit.tags': tags,
  'edit.hidden': hidden,

  outcome: words('ausgang', 'Ausgänge einer Auswahl'),
  'outcome add': words('hinzufügen', 'Einer offenen Auswahl einen Ausgang hinzufügen; er beginnt bei 0%'),
  'outcome add.question': question,
  'outcome add.label': words('name', 'Der neue Ausgang'),

  close: words('schließen', 'Eine Frage jetzt für Schätzungen und Wetten schließen'),
  'close.question': question,
  'close.reason': reason,

  dispute: words('anfechten', 'Sagen, dass falsch entschieden wurde; es geht zurück an die Admins'),
  'dispute.question': question,
  'dispute.reason': words('grund', 'Was falsch ist, und wo man es sieht'),

  notify: words('nachrichten', 'Welche Direktnachrichten man bekommt; ohne Angabe: zeigen'),
  'notify.scores': words('wertungen', 'Die eigene Wertung, wenn eine Frage entschieden wird'),
  'notify.edits': words('änderungen', 'Änderungen an Fragen, die man geschätzt hat'),
  'notify.reminders': words('erinnerungen', 'Fragen, die bald schließen'),

  link: words('verbinden', 'Discord und Slack verbinden; ohne Angabe kommt ein Code für drüben'),
  'link.code': words('code', 'Der Code von der anderen Seite'),
  'link.what': words('was', 'Sich selbst (sonst), oder für Admins die ganze Gemeinschaft'),

  drafts: words('entwürfe', 'Fragen, die aus Artikeln entworfen wurden, prüfen'),
  'drafts list': words('liste', 'Was zu prüfen ist: Fragen, aus Artikeln entworfen'),
  'drafts list.status': words('stand', 'Welche (sonst: offene)'),
  'drafts list.page': page,
  'drafts show': words('zeigen', 'Einen Entwurf mit seiner Quelle zeigen'),
  'drafts show.draft': words('entwurf', 'Welcher Entwurf'),
  'drafts approve': words('annehmen', 'Entwürfe als Fragen veröffentlichen, einen oder mehrere'),
  'drafts approve.drafts': words('entwürfe', 'Welche Entwürfe: D3 D4 oder 3-5'),
  'drafts edit': words('ändern', 'Einen Entwurf vor der Annahme ändern'),
  'drafts edit.draft': words('entwurf', 'Welcher Entwurf'),
  'drafts edit.title': title,
  'drafts edit.criteria': criteria,
  'drafts edit.closes': words('schluss', 'Bis wann geschätzt wird'),
  'drafts edit.resolves': words('entscheidung', 'Wann die Antwort bekannt sein sollte'),
  'drafts edit.tags': tags,
  'drafts edit.outcomes': words('ausgänge', 'Für eine Auswahl: Apple; Google; jemand anders'),
  'drafts reject': words('ablehnen', 'Einen Entwurf ablehnen; der Grund wird aufgehoben'),
  'drafts reject.draft': words('entwurf', 'Welcher Entwurf'),
  'drafts reject.reason': words('grund', 'Warum'),

  resolve: words(
    'entscheiden',
    'Sagen, was geschah: zahlt aus, wertet, sagt es allen; noch einmal zum Berichtigen',
  ),
  'resolve.question': question,
  'resolve.answer': words(
    'antwort',
    'YES, ein Ausgang, Gewichte (A 50 B 50), oder der Wert einer Zahl oder eines Tages',
  ),
  'resolve.known': words('bekannt', 'Seit wann es bekannt war; so weit wird gewertet (sonst: jetzt)'),
  'resolve.reason': words('grund', 'Quelle, oder warum'),

  annul: words('aufheben', 'Eine Frage aufheben: alle bekommen ihre Punkte zurück, nichts wird gewertet'),
  'annul.question': question,
  'annul.reason': reason,

  reopen: words(
    'wiedereröffnen',
    'Entscheidung oder Aufhebung zurücknehmen, samt Auszahlungen und Wertungen',
  ),
  'reopen.question': question,
  'reopen.reason': reason,
  'reopen.closes': words('schluss', 'Wieder Schätzungen annehmen bis dahin (sonst bleibt der Schluss)'),

  liquidity: words('liquidität', 'Tiefe von Märkten'),
  'liquidity add': words('hinzufügen', 'Einen Markt mit Punkten des Hauses vertiefen; die Preise bleiben'),
  'liquidity add.question': question,
  'liquidity add.points': words('punkte', 'Wie viele Punkte'),

  setup: words('einrichten', 'Diese Gemeinschaft Schritt für Schritt einrichten'),
  settings: words('einstellungen', 'Wie diese Gemeinschaft eingerichtet ist'),
  'settings show': words('zeigen', 'Wie diese Gemeinschaft eingerichtet ist, und wer ihre Admins sind'),
  'settings channels': words(
    'kanäle',
    'Wo Fragen angekündigt, Ranglisten gezeigt und Entwürfe geprüft werden',
  ),
  'settings channels.announcements': words(
    'ankündigungen',
    'Neue, schließende, entschiedene Fragen: here, ein Kanal, off',
  ),
  'settings channels.leaderboard': words('rangliste', 'Wo die Rangliste erscheint: here, ein Kanal, off'),
  'settings channels.review': words('prüfung', 'Nachrichten für Admins: here, ein Kanal, off'),
  'settings channels.schedule': words(
    'zeitplan',
    'Wann sie erscheint: Monday 09:00, first of the month 09:00, off',
  ),
  'settings channels.threads': words('threads', 'Ein Thread für jede angekündigte Frage'),
  'settings rules': words('regeln', 'Zeitzone, Reihung, Anfechtung, zweiter Admin'),
  'settings rules.timezone': words('zeitzone', 'Zeitzone für Tage und Uhrzeiten: Europe/Vienna'),
  'settings rules.minimum': words('mindestens', 'Entschiedene Fragen, ehe ein Mitglied gereiht wird'),
  'settings rules.dispute': words(
    'anfechtung',
    'Stunden, in denen eine Entscheidung angefochten werden kann',
  ),
  'settings rules.second': words('zweiter', 'Punkte, ab denen ein zweiter Admin bestätigen muss; off: nie'),
  'settings rules.implied': words('abgeleitet', 'Eine bloße Wette zählt als Schätzung zum Preis danach'),
  'settings economy': words('wirtschaft', 'Anfangspunkte, wöchentliche Punkte, Tiefe neuer Märkte'),
  'settings economy.grant': words('anfang', 'Punkte eines neuen Mitglieds'),
  'settings economy.allowance': words('wöchentlich', 'Punkte jedes aktiven Mitglieds pro Woche'),
  'settings economy.liquidity': words('liquidität', 'Tiefe eines neuen Marktes, in Punkten'),
  'settings roles': words('rollen', 'Welche Rollen entscheiden und annehmen dürfen, und welche fragen'),
  'settings roles.admins': words('admins', 'Rollen, die entscheiden und annehmen dürfen; oder none'),
  'settings roles.askers': words('fragende', 'Rollen, die Fragen stellen dürfen; none: alle'),

  post: words('zeigen', 'Allen hier eine Frage zeigen, mit Knöpfen zum Schätzen'),
  'post.question': question,

  season: words('saison', 'Saisons, jede mit eigener Rangliste'),
  'season list': words('liste', 'Vergangene und laufende Saisons; jede ist ein Zeitraum der Rangliste'),
  'season open': words('eröffnen', 'Eine Saison ausrufen: ein Zeitraum mit eigener Rangliste'),
  'season open.name': words('name', 'Ihr Name'),
  'season open.starts': words('beginn', 'Ihr erster Tag'),
  'season open.ends': words('ende', 'Ihr letzter Tag'),
  'season close': words('abschließen', 'Eine Saison abschließen: ihre Rangliste bleibt, wie sie ist'),
  'season close.name': words('name', 'Ihr Name'),

  feed: words('feed', 'Feeds, aus deren Einträgen Fragen entworfen werden'),
  'feed watch': words(
    'beobachten',
    'Einen RSS- oder Atom-Feed beobachten: Vorhersagen darin werden Entwürfe',
  ),
  'feed watch.url': words('adresse', 'Adresse des Feeds'),
  'feed unwatch': words('beenden', 'Einen Feed nicht mehr beobachten; seine Entwürfe bleiben'),
  'feed unwatch.url': words('adresse', 'Adresse des Feeds'),
  'feed list': words('liste', 'Die beobachteten Feeds, und was beim letzten Mal schiefging'),

  practice: words('übung', 'Übungsfragen'),
  'practice remove': words('entfernen', 'Die Übungsfragen und ihre simulierten Mitglieder entfernen'),

  'Find predictions': words('Vorhersagen finden', ''),
  'Track record': words('Bilanz', ''),
};
