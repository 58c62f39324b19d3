/**
 * First names that many people in the Netherlands have: a resident is on no roster. Names that are also words are left
 * out.
 */
export const GIVEN_NAMES = new Set(
  [
    'aad aaliyah abdel abdul abdullah achmed adam adriaan ahmed aisha albert alex ali amina amir amy andré anita anja anke ankie anna anne annemarie annie anouk anton arie arjan arjen arthur astrid ayse',
    'barbara bart bas bernard bert betty bianca bilal bob boris bram brenda brigitte carla carlos carolien caroline cees cemal chantal charlotte chris christa claudia coen cor corine cornelis corrie',
    'daan daniël daniel danielle david debbie dennis denise diana dick diederik dirk dylan eddy edith edwin elif elise elisabeth ella ellen els elly emma emine emre eric erik erna erwin esther eva evelien',
    'fatima fatma femke ferdi finn fleur floris frank frans fred frederik frits gerard gerda gerrit gert gijs gilles greet guus hafid hajar hakan hamid hanna hannah hanneke hans harm harry hasan hassan heidi hein helena henk henny henri herman hetty hilde hugo huub',
    'ibrahim ilona ilse imane imran ineke ingrid irene iris irma isa ismail ivo jaap jack jacqueline jacob james jan jana janneke janny jasper jeanette jelle jennifer jeroen jesse jetske jill jim jo joan joanna jochem johan johanna john joke jolanda jonas joost jordy jorien jos josé joyce judith jules julia julie jurgen jurre',
    'karel karen karim karin katja kees kevin khadija kim klaas koen koos kristel lars laura lea leila leon leonie liam lies liesbeth linda lisa lisette loes lotte lou louis louise luc luca lucas luuk maaike maarten machteld malika manon marc marcel margot margriet maria marian marieke marielle marije marijke marina marion marjan marjolein marleen martijn martin martine mary maryam mathijs matthijs maurice mehmet melanie melissa meryem mia michael michel michelle mieke miriam mo mohamed mohammed monique muhammed murat mustafa',
    'nadia nancy naomi natasja nick nicole niek niels nienke nina noa noah noor noortje nora olga olivia omar oscar patricia patrick paul paula pauline peter petra philip pien piet pieter pim priya rachel rachid ralf ramon rebecca remco rené renate renske richard rick rik rita rob robert robin roel roelof ron ronald rosa roy ruben rutger ruth ruud ryan sabine sam samira samuel sander sandra sanne sara sarah saskia sebastiaan selma sem serge shirley sietske silvia simone sjaak sjoerd sofia sofie sonja sophie stefan stefanie stephan steven stijn susan suzanne sven sylvia',
    'tamara tanja tara thea theo thijs thomas tijn tim tineke tjeerd tobias tom toos trudy truus ursula valerie vera victor vincent walter wendy wesley willem wilma wim wouter yara yasmin yasmina youssef yusuf yvonne zeynep zoë zoe',
    'abel adil adnan agnieszka aicha akram aleksandra alina aliyah amal amber amira amra anass andrea andrei andrzej angela angelique anneke annelies annelotte annet anouar antonia arda ashraf asmae aylin ayoub aziz babette badr bella benjamin bertha bilge bouchra boudewijn brian bryan burak canan casper cathelijne cecile celine chaima charles christiaan christina christine cihan cindy claire colin dagmar damian dana daphne dario dave deborah delano demi deniz denzel derya dewi diego dieuwke dilan dimitri dina dineke dominique dounia duncan dunya ebru edo eefje eelco elias eline ellie eloise elvira emiel emil emily enes engin erica erkan ernst esmee esra eveline ewa fabian fadi faiza farah farid faris fatih fatiha fatou fenna ferry fien filip floor floortje frederieke freek friso froukje gabriel gabriela geert geertje georgios gerben gerjan gerrie giovanni gloria gonny grietje gulsen gwen habib hacer halima hamza hanan hannelore harald hatice hayat hedwig heleen hendrik hendrika hendrikus henriette herbert hicham hidde hiltje hind houda hubert huda ida idris ikram ilias imke inez inge irena ismael ivan ivana ivar jamal jamila janine jannes jantje jarno jasmine jay jayden jefta jenny jeremy jessica jikke jitske joana joep joey jolijn jonathan jordan joris josef josephine jouke julian juliana juliette jurriaan justin kaan kamal karima karla karolien kasper katarzyna kathleen keimpe kelly kenan khalid kirsten klara koert kubra laila lamia lana latifa lauren laurens leendert lejla lena lennart leo leonard leonora levi liana liesje lina linde lionel lisanne liv lodewijk loek lonneke lorena lotje loubna louisa lucia lukas lydia maartje mahmoud maja malik mandy manuel marcin marga margreet mariam marianne mariska marit marko marlies marloes marlon marnix marta martha marwa mateusz mats maud maurits mayke melvin menno merel merijn merve meta mick miguel mila milou mira mirjam mirte mirthe mitchell moniek mounir mourad muriel myrthe nabil nadine nadir naima najat nanda nanne narges nassim natalia nathalie nathan nawal nazli nelleke nelson nermin nesrin nicky nicolaas nicolette nicolien nikki nils nisrine noelle noud nourdin nuray oksana ollie omer onno orhan oumaima ozan pablo pascal pawel pedro peggy petronella philippe pierre pieternel piotr priscilla quincy quinten rabia rachelle rafael raisa rajesh ralph ramazan rana rania ranjit raoul raymond reinier reinout remy resul riad rianne ricardo riekje rina roberto rochelle roderick rogier roland romy roosmarijn rosalie rosanne rowan rozemarijn saar sabrina safae safiya sahar said salih salim salma sami sanae sandor sarina sascha savannah sebastian sefa selim selin semih serdar sevda shanti sharif sharon sherida siem sietse sigrid siham silke simon sinan sjors sonia soraya stacey stan steffie stella sterre suleyman sumaya svenja sybren tahar tamer tatiana teun teuntje thalia theresa thierry thirza tibor tiemen tijmen tirza titia tomasz tonnie tonny tristan turgay twan ugur umut usha valentina vanessa veronique viola viviane vladimir wahid wessel wiebe wieger wilco wilfred wilhelmina willemijn willy wojciech wubbo xander yael yahya yannick yassin yassine younes yunus yusra yvette zahra zainab zakaria zara zeger zeinab ziad zofia zohra',
  ].flatMap((line) => line.split(' ')),
)

/** First names that are a word too: a capital within a sentence makes them a name. */
export const ALSO_WORDS = new Set(
  `roos mark bob max job ties storm sterre joy faith hope dana lola rik nico luca milan sam sun fred roman mees boaz noor pip
  pepijn moos lieve lente zonne jet mies bep riet wies kick bink river sky ace grace rose lily ruby jasmijn iris daisy melody
  angel victor felix hugo otto art pim teun tijs gijs bart koen sanne els truus ria mien jo ben don roy ray guy will bill pat
  rob wil dee bo jip pam kit mei ming ling wei li jun yan lan hai song`
    .trim()
    .split(/\s+/),
)

/** Surnames that many people in the Netherlands have, also where they are a word: within a sentence with a capital. */
export const SURNAMES = new Set(
  `jansen janssen jansens vries bakker visser smit smits meijer meyer meijers mulder bos vos peters hendriks dekker brouwer dijkstra kok
  jacobs vermeulen schouten hoekstra koster prins huisman verhoeven postma kuipers veenstra kramer scholten vink bosman bosch
  molenaar willems hermans timmermans gerritsen pietersen petersen martens maas jonker kuiper verbeek bosma wolters dijk leeuwen
  doorn driessen groen hendrikse janse blom gerrits mol sanders mertens claassen peeters evers lammers hofman hofstra hoogland
  schipper koopman koopmans kooistra wagenaar vermeer zwart boersma bouwman wiersma ruiter hermsen roelofs teunissen wouters
  thijssen rietveld zijlstra terpstra ploeg stam kamp zwaan aydin yilmaz kaya demir celik sahin ozturk arslan dogan polat
  ahmed ali hassan mohamed khan singh ramdin baldew narain tran nguyen wang chen zhang kowalski nowak wisniewska santos silva
  fernandes lopes gomes rodrigues martina pinas emanuels simons sanchez garcia lopez hernandez diallo mensah osman yusuf haddad
  bouzidi benali amrani idrissi tahiri bouazza chaoui ouali yildiz ozdemir korkmaz`
    .trim()
    .split(/\s+/),
)
