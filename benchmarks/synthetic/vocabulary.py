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
    "families": "王李張刘陈杨黄赵吴周徐孫马朱胡林郭何高罗郑梁谢宋唐許邓馮韩曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武",
    "given": "明华强伟芳秀英建国文军丽静敏慧珊志勇平刚桂春梅红玉海波宏立新永健晓东辉鹏磊洋涛斌浩宇轩博然欣怡雪琳霞燕玲萍云飞龙翔峰杰俊成林森德仁义礼信良才学思远大中天福祥兴旺",
    "words": "教育 研究 社會 经济 发展 影响 分析 系统 设计 理论 方法 应用 中国 现代 技术 管理 文化 学习 网络 数据 模型 控制 优化 机器 算法 历史 政策 环境 评价 结构 基于 内容 图像 检索 信息 服务 图书馆 数字 知识 挖掘 文本 分类 综述 进展 问题 对策 城市 农村 人口 企业 创新 制度 市场 金融 改革 法律 语言 文学 传统 思想 哲学 导论 概论 与 的 及其 实证 比较 试验 材料 性能 水稻 土壤 植物 基因 细胞 临床 治疗 疾病 心理 青少年 大学生".split(),
    "journals": "计算机学报 软件学报 自动化学报 教育研究 社会学研究 经济研究 管理世界 物理学报 心理学报 机械工程学报 電機月刊 科技大學學報 中國圖書館學報 情报学报 图书情报工作 中国图书馆学报 现代情报 电子学报 通信学报 中国科学 科学通报 化学学报 地理学报 生态学报 土木工程学报 中国农业科学 中华医学杂志 中文信息学报 人口研究 历史研究 哲学研究 文学评论 法学研究 北京大学学报 清华大学学报 第五届全国信息检索学术会议论文集 中国人工智能学术年会论文集".split(),
    "publishers": "商务印书馆 中华书局 科学出版社 高等教育出版社 人民出版社 清华大学出版社 三聯書店 北京大学出版社 机械工业出版社 电子工业出版社 人民邮电出版社 上海人民出版社 中国社会科学出版社 社会科学文献出版社 复旦大学出版社 聯經 五南 三民書局 華泰文化".split(),
    "places": "北京 上海 台北 南京 广州 香港 武汉 杭州 西安 成都 天津 重庆 臺北 高雄".split(),
    "bodies": "国家统计局 中华人民共和国教育部 中国互联网络信息中心 国务院发展研究中心 行政院主計處 中国科学院 世界卫生组织".split(),
    "schools": "清华大学 北京大学 浙江大学 复旦大学 武汉大学 南京大学 中山大学 國立臺灣大學 國立政治大學 哈尔滨工业大学".split(),
    "theses": "博士学位论文 硕士学位论文 碩士論文 博士論文 未出版碩士論文".split(),
}
JAPANESE = {
    "families": "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上 木村 齋藤 清水 林 森 池田 橋本 阿部 石川 山下 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 斉藤 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木".split(),
    "given": "太郎 忍 健一 明 誠 和夫 洋子 恵美 直樹 浩 正 美穂 隆 大輔 智子 亮 健 拓也 翔太 一郎 二郎 三郎 裕子 由美子 久美子 真由美 茂 清 博 実 勇 進 修 孝 聡 学 剛 豊 哲也 和也 達也 陽子 幸子 京子".split(),
    "words": "研究 解析 評価 構造 手法 における に関する の ための 情報 処理 音声 認識 画像 学習 モデル システム 日本語 危険 速度 安定性 制御 設計 教育 社会 提案 検索 ネットワーク と を用いた による 基礎 入門 方法 理論 歴史 日本 近代 経済 政策 都市 環境 文化 心理 調査 分析 比較 開発 実験 材料 特性 測定 応力 流れ 数値 計算 言語 機械 翻訳 対話 文書 分類 抽出 利用者 図書館 大学 医療 看護 地域 高齢者 子ども".split(),
    "journals": "情報処理学会論文誌 電子情報通信学会論文誌 日本機械学会論文集 人工知能学会誌 自然言語処理 機論 土木学会論文集 心理学研究 教育心理学研究 人工知能学会論文誌 情報処理学会研究報告 電気学会論文誌 日本建築学会計画系論文集 日本図書館情報学会誌 情報の科学と技術 社会学評論 教育学研究 信学論 信学技報 計測自動制御学会論文集 日本音響学会誌 日本物理学会誌 応用物理 都市計画論文集 言語処理学会年次大会発表論文集 情報処理学会全国大会講演論文集".split(),
    "publishers": "岩波書店 共立出版 朝倉書店 東京大学出版会 講談社 有斐閣 オーム社 コロナ社 丸善 培風館 ミネルヴァ書房 勁草書房 日本評論社 新曜社 近代科学社 森北出版 筑摩書房 みすず書房".split(),
    "places": "東京 京都 大阪 名古屋 仙台".split(),
    "bodies": "文部科学省 総務省 国立国会図書館 日本図書館協会 厚生労働省 情報処理推進機構 日本建築学会 内閣府".split(),
    "schools": "東京大学 京都大学 大阪大学 東北大学 九州大学 早稲田大学 筑波大学".split(),
    "theses": "博士論文 修士論文 学位論文".split(),
}
KOREAN = {
    "families": "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민유나진지엄채원천방공",
    "given": "민준 서연 지훈 은경 태효 성덕 영희 철수 현우 수진 동현 미영 상호 기웅 인표 종영 남희 재석 호 준호 정민 길동 상우 경수 진호 윤정 현희 정경 병철 우진 수경 은희 재신 은정 영수 민호 혜진 지영 성민 승현 동욱 용석 광수 명숙 순자 정숙 영철 창호 규태 형준 태영 선영 미경 경희 보람 슬기 하늘 찬 건 환 욱 철 훈".split(),
    "words": "연구 분석 시스템 기반 정보 검색 모델 설계 구현 위한 대한 효율적인 관리 서비스 학습 한국어 자동 처리 방법 기법 네트워크 데이터 이용한 개발 평가 교육 통합 생성 무선 센서 라우팅 알고리즘 모바일 광고의 효과에 관한 디지털 도서관의 메타데이터 클라우드 보안 기술 동향 실시간 영상의 사용자 인터페이스 온라인 게임의 초등학교 독서 실태 문화 사회 경제 정책 환경 도시 지역 주민의 만족도 인식 태도 영향을 미치는 요인 활성화 방안 국내 대학 전자저널 비교 특성 및 구조 변화 현대 사회학 입문 개론 이해 이론과 실제 고찰 중심으로 사례 기업의 지식 조직 품질 인증 국가 표준 웹 온톨로지 시맨틱 이미지 인식 음성 로봇 제어 전력 반도체 공정 재료의 물성 세포 임상 간호사의 환자 청소년의".split(),
    "journals": "정보과학회논문지 정보처리학회논문지 한국정보과학회지 정보과학회_논문지 한국문헌정보학회지 정보관리학회지 한국통신학회논문지 전자공학회논문지 대한산업공학회지 한국콘텐츠학회논문지 한국멀티미디어학회논문지 정보보호학회논문지 한국도서관·정보학회지 한국컴퓨터정보학회논문지 한국인터넷정보학회논문지 대한건축학회논문집 한국사회학 경영학연구 교육학연구 한국비블리아학회지 한국산학기술학회논문지 인터넷정보학회지 전자통신동향분석 정보통신정책연구 한국정보과학회_학술발표논문집 한국정보처리학회_추계학술발표대회_논문집 대한전자공학회_하계종합학술대회_논문집 한국HCI학회_학술대회 디지털콘텐츠학회논문지 한국해양정보통신학회논문지 국회도서관보".split(),
    "publishers": "한울 문학과지성사 나남 박영사 민음사 생능출판사 한빛미디어 교보문고 학지사 한국학술정보 나남출판 구미무역 아세아문화사 커뮤니케이션북스 홍릉과학출판사 법문사 다산출판사 한국도서관협회 사이텍미디어 정익사 교문사 창작과비평사 을유문화사 일조각".split(),
    "places": "서울 부산 파주 대전 대구 광주 인천".split(),
    "bodies": "정보통신부 문화체육관광부 한국전산원 한국과학기술정보연구원 한국정보통신기술협회 특허청 통계청 한국교육학술정보원 국립중앙도서관 한국전자통신연구원 교육과학기술부 서울특별시 한국인터넷진흥원 정보통신정책연구원 한국정보화진흥원 산업자원부".split(),
    "schools": "연세대학교 서울대학교 고려대학교 이화여자대학교_대학원 부산대학교 한양대학교_대학원 성균관대학교 경북대학교 중앙대학교_대학원 숭실대학교 충남대학교 전남대학교".split(),
    "theses": "석사학위논문 박사학위논문 석사학위_논문 박사학위_논문".split(),
}
