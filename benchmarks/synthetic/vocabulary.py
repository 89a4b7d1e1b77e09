# ruff: noqa: E501 (lists of words)
"""Facts that references are made of: publishers with their places, titles, words of other languages."""

from __future__ import annotations

PUBLISHERS: tuple[tuple[str, str], ...] = tuple(
    tuple(line.rsplit(" | ", 1))  # type: ignore[misc]
    for line in """
Oxford University Press | Oxford
Cambridge University Press | Cambridge
Cambridge University Press | New York
Harvard University Press | Cambridge, MA
Harvard University Press | Cambridge, Mass.
MIT Press | Cambridge, MA
The MIT Press | Cambridge, Massachusetts
University of Chicago Press | Chicago
University of California Press | Berkeley
University of California Press | Berkeley and Los Angeles
Princeton University Press | Princeton, NJ
Princeton University Press | Princeton
Yale University Press | New Haven
Stanford University Press | Stanford, CA
Cornell University Press | Ithaca, NY
Columbia University Press | New York
Duke University Press | Durham
Routledge | London
Routledge | London and New York
Routledge & Kegan Paul | London
Sage | London
Sage Publications | Thousand Oaks, CA
SAGE | Newbury Park
Springer | Berlin
Springer | New York
Springer-Verlag | Berlin, Heidelberg
Springer VS | Wiesbaden
VS Verlag für Sozialwissenschaften | Wiesbaden
VS-Verlag | Wiesbaden
Westdeutscher Verlag | Opladen
Leske + Budrich | Opladen
Leske und Budrich | Opladen
Barbara Budrich | Opladen
Suhrkamp | Frankfurt am Main
Suhrkamp | Frankfurt a. M.
Suhrkamp Verlag | Frankfurt/M.
Campus | Frankfurt/Main
Campus Verlag | Frankfurt am Main/New York
Campus | Frankfurt a.M./New York
Nomos | Baden-Baden
Nomos Verlagsgesellschaft | Baden-Baden
Mohr Siebeck | Tübingen
Juventa | Weinheim und München
Beltz | Weinheim
Waxmann | Münster
Lit Verlag | Münster
transcript | Bielefeld
Luchterhand | Neuwied
Kohlhammer | Stuttgart
Klett-Cotta | Stuttgart
Metzler | Stuttgart
Enke | Stuttgart
Lucius & Lucius | Stuttgart
C. H. Beck | München
Fink | München
Oldenbourg | München
Piper | München
Duncker & Humblot | Berlin
de Gruyter | Berlin
Walter de Gruyter | Berlin/New York
edition sigma | Berlin
Edition Sigma | Berlin
Argument | Hamburg
Rowohlt | Reinbek
Rowohlt | Reinbek bei Hamburg
Hogrefe | Göttingen
Vandenhoeck & Ruprecht | Göttingen
Böhlau | Köln
Böhlau | Wien
Kiepenheuer & Witsch | Köln
Haupt | Bern
Huber | Bern
Peter Lang | Frankfurt am Main
Peter Lang | Bern
Lang | Frankfurt/M.
Gallimard | Paris
Presses Universitaires de France | Paris
PUF | Paris
Éditions du Seuil | Paris
Seuil | Paris
Les Éditions de Minuit | Paris
L’Harmattan | Paris
Armand Colin | Paris
Vrin | Paris
Presses de Sciences Po | Paris
Droz | Genève
Fayard | Paris
Dunod | Paris
Belin | Paris
Presses universitaires de Rennes | Rennes
Boréal | Montréal
Fondo de Cultura Económica | México
Siglo XXI | Buenos Aires
Siglo XXI Editores | México
Alianza Editorial | Madrid
Alianza | Madrid
Ariel | Barcelona
Paidós | Barcelona
Gedisa | Barcelona
Tecnos | Madrid
Cátedra | Madrid
Editorial Trotta | Madrid
Editora Vozes | Petrópolis
Companhia das Letras | São Paulo
Editora UFMG | Belo Horizonte
Cortez | São Paulo
Zahar | Rio de Janeiro
Almedina | Coimbra
Einaudi | Torino
Il Mulino | Bologna
Laterza | Bari
Laterza | Roma-Bari
Feltrinelli | Milano
FrancoAngeli | Milano
Olschki | Firenze
Carocci | Roma
Giuffrè | Milano
L’Erma di Bretschneider | Roma
Brill | Leiden
Kluwer | Dordrecht
Kluwer Academic Publishers | Dordrecht
Reidel | Dordrecht
Martinus Nijhoff | The Hague
Mouton | The Hague
Elsevier | Amsterdam
North-Holland | Amsterdam
John Benjamins | Amsterdam
Amsterdam University Press | Amsterdam
Edward Elgar | Cheltenham
Ashgate | Aldershot
Gower | Aldershot
Palgrave Macmillan | Basingstoke
Palgrave | New York
Macmillan | London
Polity Press | Cambridge
Polity | Cambridge
Blackwell | Oxford
Basil Blackwell | Oxford
Wiley | New York
John Wiley & Sons | New York
John Wiley and Sons | Chichester
Wiley-Blackwell | Malden, MA
Wiley-VCH | Weinheim
McGraw-Hill | New York
Academic Press | New York
Academic Press | San Diego
Academic Press | London
Plenum Press | New York
Pergamon Press | Oxford
Prentice Hall | Englewood Cliffs, NJ
Prentice-Hall | Englewood Cliffs
Addison-Wesley | Reading, MA
Benjamin Cummings | San Francisco
W. H. Freeman | San Francisco
W. W. Norton | New York
Norton | New York
Basic Books | New York
Free Press | New York
The Free Press | Glencoe, IL
Random House | New York
Vintage Books | New York
Penguin | London
Penguin Books | Harmondsworth
Verso | London
Pluto Press | London
Zed Books | London
Westview Press | Boulder, CO
Westview | Boulder
Lynne Rienner | Boulder
Lawrence Erlbaum Associates | Hillsdale, NJ
Erlbaum | Mahwah, NJ
Guilford Press | New York
American Psychological Association | Washington, DC
Brookings Institution Press | Washington, D.C.
World Bank | Washington, D.C.
OECD | Paris
United Nations | New York
WHO | Geneva
World Health Organization | Geneva
International Labour Office | Geneva
UNESCO | Paris
CRC Press | Boca Raton, FL
Chapman & Hall | London
Saunders | Philadelphia
Lippincott Williams & Wilkins | Philadelphia
Churchill Livingstone | Edinburgh
Mosby | St. Louis
Humana Press | Totowa, NJ
ACM | New York, NY
ACM Press | New York
IEEE | Piscataway
IEEE Computer Society | Los Alamitos
IEEE Press | New York
World Scientific | Singapore
Nauka | Moscow
Manchester University Press | Manchester
Edinburgh University Press | Edinburgh
Rutgers University Press | New Brunswick
University of Toronto Press | Toronto
University of Minnesota Press | Minneapolis
Indiana University Press | Bloomington
Johns Hopkins University Press | Baltimore
Presses de l’Université du Québec | Québec
CNRS Éditions | Paris
Institut für Arbeitsmarkt- und Berufsforschung | Nürnberg
Statistisches Bundesamt | Wiesbaden
Friedrich-Ebert-Stiftung | Bonn
Bundeszentrale für politische Bildung | Bonn
Universitätsverlag | Konstanz
UVK | Konstanz
Peeters | Leuven
Leuven University Press | Leuven
Almqvist & Wiksell | Stockholm
Universitetsforlaget | Oslo
PWN | Warszawa
Academia | Praha
Akadémiai Kiadó | Budapest
""".strip().splitlines()
)
UNIVERSITIES = (
    "Stanford University|University of Michigan|Massachusetts Institute of Technology|Universität Bielefeld|Freie Universität Berlin|"
    "University of Oxford|University of Cambridge|Harvard University|Université Paris-Sorbonne|Université de Montréal|"
    "Universidad Complutense de Madrid|Universidade de São Paulo|Università di Bologna|Universität Wien|Universität Zürich|"
    "University of California, Berkeley|University of California, Los Angeles|Carnegie Mellon University|Cornell University|"
    "Technische Universität München|Universität Mannheim|Universität Konstanz|Princeton University|Columbia University|University of Toronto|"
    "University College London|London School of Economics|Universiteit Leiden|Lund University|Uppsala universitet|"
    "Humboldt-Universität zu Berlin|Universität Hamburg|Ruhr-Universität Bochum|University of Wisconsin-Madison|Yale University"
).split("|")
TITLES = {
    "de": """Die feinen Unterschiede|Wirtschaft und Gesellschaft|Soziale Systeme|Strukturwandel der Öffentlichkeit|Theorie des kommunikativen Handelns|Risikogesellschaft
Die Erlebnisgesellschaft|Dialektik der Aufklärung|Das Kapital|Über den Prozeß der Zivilisation|Kritik der reinen Vernunft|Sein und Zeit|Die protestantische Ethik und der Geist des Kapitalismus
Soziale Ungleichheit in Deutschland|Lebenslagen im Wandel|Bildungschancen und soziale Herkunft|Einführung in die Soziologie|Jugend und Arbeitslosigkeit|Armut im Wohlfahrtsstaat
Methoden der empirischen Sozialforschung|Wandel der Familie|Demographischer Wandel|Frauen in der Wissenschaft|Die Zukunft der Arbeit|Organisation und Gesellschaft|Politische Partizipation
Qualitative Inhaltsanalyse|Grundlagen und Techniken|Zur Theorie der Moderne|Migration und Integration|Stadtentwicklung in Ostdeutschland|Ein Vergleich europäischer Länder|Ergebnisse einer empirischen Untersuchung
Theorie und Praxis|Perspektiven für die Forschung|Eine kritische Bestandsaufnahme|Analysen, Befunde, Perspektiven|Beiträge zu einer Debatte|Konzepte und Erfahrungen|Eine Einführung|Ein Handbuch|Probleme und Lösungen
Der flexible Mensch|Die Gesellschaft der Individuen|Vom Kriege|Menschen im Netz|Arbeit und Leben|Das Ende der Gewissheit|Leben in der Stadt|Kultur und Konflikt|Macht und Herrschaft|Recht und Moral""",
    "fr": """La Distinction|Critique sociale du jugement|Surveiller et punir|Naissance de la prison|Les mots et les choses|Le deuxième sexe|Tristes tropiques|Les héritiers|L’archéologie du savoir|De la grammatologie
La construction sociale de la réalité|Les formes élémentaires de la vie religieuse|Une histoire des femmes|L’invention du quotidien|Espaces et sociétés|La ville et ses habitants|Le travail en question
Les politiques publiques en France|L’école et la famille|Une approche comparative|Essai sur la démocratie|La mémoire et l’oubli|Les enfants et la lecture|Sociologie de l’action|Histoire d’une discipline
L’évolution des pratiques culturelles|Le cas des jeunes adultes|Enjeux et perspectives|Méthodes et pratiques|Étude de la végétation des zones humides|La santé au travail""",
    "es": """Cien años de soledad|La rebelión de las masas|Historia de la sociedad contemporánea|La educación en América Latina|El análisis del discurso|Metodología de la investigación|La construcción del conocimiento
Desarrollo y democracia|Los movimientos sociales|Una aproximación crítica|El papel del Estado|Políticas públicas y desigualdad|La ciudad y los jóvenes|Teoría y práctica|Estudio de caso|Perspectivas actuales""",
    "pt": """Pedagogia do oprimido|Casa-grande e senzala|Formação do Brasil contemporâneo|A educação e o trabalho|Políticas públicas de saúde|História da vida privada|O ensino de ciências|Desigualdade e educação
Uma análise comparativa|Desafios e perspectivas|A cidade e o campo|Avaliação da qualidade de vida""",
    "it": """Il nome della rosa|Storia della filosofia|La città antica|Le trasformazioni del lavoro|Introduzione alla sociologia|Arte e società nel Rinascimento|La famiglia in Italia|Un’analisi comparata|Teoria e metodo
Lettere dal carcere|Il ruolo della scuola|Problemi e prospettive|Gli dei e gli eroi""",
    "en": """The Structure of Scientific Revolutions|The Presentation of Self in Everyday Life|The Social Construction of Reality|Imagined Communities|Outline of a Theory of Practice|Economy and Society
Bowling Alone|A Theory of Justice|Discipline and Punish|The Constitution of Society|Democracy in America|The Division of Labor in Society|Gender Trouble|Orientalism|The Great Transformation
Modernity and Self-Identity|The Interpretation of Cultures|Argonauts of the Western Pacific|The Three Worlds of Welfare Capitalism|The Rise of the Network Society|Distinction|Asylums|Frame Analysis
Communities of Practice|Thinking, Fast and Slow|The Logic of Collective Action|Varieties of Capitalism|Handbook of Social Psychology|Research Methods in Education|Introduction to Algorithms
A Social Critique of the Judgement of Taste|Reflections on the Origin and Spread of Nationalism|The Collapse and Revival of American Community|An Introduction|A Comparative Study|Theory and Practice|Essays in Honour of a Friend
Critical Perspectives|Past, Present and Future|Lessons from Europe|A Reader|Concepts, Methods and Applications|The Politics of Identity|Globalization and Its Discontents|Cities in a World Economy|Women and Work
The Making of the English Working Class|Principles of Quantum Mechanics|Introduction to Solid State Physics|Molecular Biology of the Cell|Pattern Recognition and Machine Learning|Statistical Mechanics""",
}
TITLES_BY_LANGUAGE = {
    language: tuple(t for line in text.splitlines() for t in line.split("|"))
    for language, text in TITLES.items()
}
SERIES = (
    "Lecture Notes in Computer Science|NBER Working Paper|IZA Discussion Paper|IAB-Forschungsbericht|Arbeitspapiere|Carnegie Papers|Working Paper Series|"
    "Materialien zur Bildungsforschung|Schriftenreihe|Forschungsbericht|WZB Discussion Paper|Discussion Paper|Working Paper|Policy Research Working Paper|"
    "Arbeitsmaterial der ARL|MPRA Paper|MZES Working Papers|UCLA Statistics Series|Technical Report|Occasional Paper|ZUMA-Arbeitsbericht|Memorandum"
).split("|")
GERMAN_JOURNALS = (
    "Kölner Zeitschrift für Soziologie und Sozialpsychologie|Zeitschrift für Soziologie|Soziale Welt|Berliner Journal für Soziologie|Leviathan|"
    "Politische Vierteljahresschrift|Aus Politik und Zeitgeschichte|Zeitschrift für Pädagogik|WSI-Mitteilungen|Mitteilungen aus der Arbeitsmarkt- und Berufsforschung|"
    "Vierteljahrshefte zur Wirtschaftsforschung|Forschungsjournal Neue Soziale Bewegungen|Informationsdienst Soziale Indikatoren|Das Argument|Merkur|"
    "Psychologische Rundschau|Zeitschrift für Entwicklungspsychologie|Österreichische Zeitschrift für Soziologie|Schweizerische Zeitschrift für Soziologie|"
    "Actes de la recherche en sciences sociales|Revue française de sociologie|Annales|Population|Sociologie du travail|Revue internationale du travail|"
    "Revista Española de Investigaciones Sociológicas|Estudios Sociológicos|Revista Mexicana de Sociología|Cadernos de Pesquisa|Revista Brasileira de Ciências Sociais|"
    "Rassegna Italiana di Sociologia|Stato e mercato|Der Spiegel|Die Zeit|Frankfurter Allgemeine Zeitung|Süddeutsche Zeitung|Le Monde|The New York Times|The Guardian|El País"
).split("|")
NEWSPAPERS = (
    "The Washington Post|Los Angeles Times|Financial Times|The Times|The Economist|Frankfurter Rundschau|taz|die tageszeitung|Handelsblatt|Neue Zürcher Zeitung|Die Welt|"
    "Le Figaro|Libération|La Repubblica|Corriere della Sera|La Vanguardia|Folha de S. Paulo|O Globo|Der Standard|Die Presse|Newsweek|Time|The Wall Street Journal"
).split("|")
PHYSICS_JOURNALS = (
    "Phys. Rev. Lett.|Phys. Rev. A|Phys. Rev. B|Phys. Rev. D|Phys. Rev.|Phys. Lett. B|Phys. Lett.|Nucl. Phys. B|Nucl. Phys.|Nucl. Phys. A|JHEP|J. High Energy Phys.|"
    "Nucl. Instrum. Meth. A|Nucl. Instr. and Meth.|Astrophys. J.|ApJ|MNRAS|A&A|Astron. Astrophys.|Eur. Phys. J. C|Int. J. Mod. Phys. A|J. Phys. A|J. Phys. G|Class. Quantum Grav.|"
    "Rev. Mod. Phys.|Phys. Rep.|Comput. Phys. Commun.|JINST|PoS|JCAP|New J. Phys.|Ann. Phys.|Z. Phys. C|Prog. Theor. Phys.|Commun. Math. Phys.|J. Math. Phys.|Nature|Science|"
    "Appl. Phys. Lett.|J. Appl. Phys.|J. Chem. Phys.|J. Am. Chem. Soc.|Angew. Chem. Int. Ed.|Chem. Rev.|J. Org. Chem.|Tetrahedron Lett.|Inorg. Chem.|Chem. Commun.|"
    "J. Phys. Chem.|Chem. Phys. Lett.|Org. Lett.|Macromolecules|Adv. Mater.|Nat. Phys.|Opt. Lett.|Opt. Express|Solid State Commun.|Sov. Phys. JETP|Zh. Eksp. Teor. Fiz.|Pis'ma Zh. Eksp. Teor. Fiz."
).split("|")
SITES = (
    "World Health Organization|Statistisches Bundesamt|European Commission|Bundesministerium für Arbeit und Soziales|OECD|United Nations|Amnesty International|"
    "Centers for Disease Control and Prevention|Eurostat|International Monetary Fund|Greenpeace|Food and Agriculture Organization|BBC News|National Institutes of Health|"
    "Ministère de la Santé|Instituto Nacional de Estadística|IBGE|Istat|Bertelsmann Stiftung|Deutsche Bundesbank|UNICEF|World Bank|U.S. Census Bureau|Deutscher Bundestag"
).split("|")
CHINESE = {
    "families": "王李張刘陈杨黄赵吴周徐孫马朱胡林郭何高罗郑梁谢宋唐許邓馮韩曹",
    "given": "明华强伟芳秀英建国文军丽静敏慧珊志勇平刚桂春梅红玉海波宏立新永健",
    "words": "教育 研究 社會 经济 发展 影响 分析 系统 设计 理论 方法 应用 中国 现代 技术 管理 文化 学习 网络 数据 模型 控制 优化 机器 算法 历史 政策 环境 评价 结构".split(),
    "journals": "计算机学报 软件学报 自动化学报 教育研究 社会学研究 经济研究 管理世界 物理学报 心理学报 机械工程学报 電機月刊 科技大學學報 中國圖書館學報".split(),
    "publishers": "商务印书馆 中华书局 科学出版社 高等教育出版社 人民出版社 清华大学出版社 三聯書店".split(),
    "places": "北京 上海 台北 南京 广州 香港".split(),
}
JAPANESE = {
    "families": "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上 木村 齋藤 清水".split(),
    "given": "太郎 忍 健一 明 誠 和夫 洋子 恵美 直樹 浩 正 美穂 隆 大輔 智子 亮".split(),
    "words": "研究 解析 評価 構造 手法 における に関する の ための 情報 処理 音声 認識 画像 学習 モデル システム 日本語 危険 速度 安定性 制御 設計 教育 社会 提案 検索 ネットワーク".split(),
    "journals": "情報処理学会論文誌 電子情報通信学会論文誌 日本機械学会論文集 人工知能学会誌 自然言語処理 機論 土木学会論文集 心理学研究 教育心理学研究".split(),
    "publishers": "岩波書店 共立出版 朝倉書店 東京大学出版会 講談社 有斐閣".split(),
    "places": "東京 京都 大阪".split(),
}
KOREAN = {
    "families": "김이박최정강조윤장임한오서신권황안송류홍",
    "given": "민준 서연 지훈 은경 태효 성덕 영희 철수 현우 수진 동현 미영 상호 기웅 인표 종영 남희 재석 호 준호".split(),
    "words": "연구 분석 시스템 기반 정보 검색 모델 설계 구현 위한 대한 효율적인 관리 서비스 학습 한국어 자동 처리 방법 기법 네트워크 데이터 이용한 개발 평가 교육 통합 생성".split(),
    "journals": "정보과학회논문지 정보처리학회논문지 한국정보과학회지 정보과학회 논문지|한국문헌정보학회지|정보관리학회지|한국통신학회논문지|전자공학회논문지|대한산업공학회지".replace(
        " 논문지", "_논문지"
    )
    .replace("|", " ")
    .split(),
    "publishers": "한울 문학과지성사 나남 박영사 민음사".split(),
    "places": "서울 부산 파주".split(),
}
