/**
 * Verbs and nouns of diplomacy, co-operation, aid, request, accusation, law and refusal, by family and PLOVER type. Compiled by hand.
 * The line format is that of `familiesConflict.ts`.
 */
export const diplomacyFamilies = `
agree|agree|agree concur consent accede assent strike_a_deal|agreement accord deal pact treaty truce settlement consensus armistice memorandum protocol
sign|agree|sign initial ratify ink conclude|signing ratification
promise|agree|promise pledge commit undertake guarantee|promise pledge commitment guarantee
offer|agree|offer propose volunteer|offer proposal overture
accept|agree|accept approve okay authorise authorize endorse adopt|acceptance approval authorisation authorization adoption
meet|consult|meet convene sit_down huddle|meeting summit encounter audience
talk|consult|negotiate parley confer talk mediate arbitrate consult bargain broker|talks negotiation consultation mediation dialogue parley round-table
discuss|consult|discuss debate deliberate|discussion debate deliberation
visit|consult|visit tour fly_to travel|visit tour trip pilgrimage
host|consult|host receive welcome entertain greet|reception
call|consult|phone telephone|call phonecall
attend|consult|attend|attendance
conference|consult|-|conference symposium congress forum convention briefing hearing
send|consult|send dispatch despatch|dispatch
support|support|support back endorse defend champion espouse embrace|support endorsement backing
praise|support|praise hail laud applaud commend congratulate salute cheer thank|praise congratulations tribute
honour|support|honour honor award decorate commemorate celebrate mourn knight|honour honor award celebration commemoration ceremony
recognise|support|recognise recognize|recognition
forgive|support|forgive pardon absolve exonerate acquit clear|pardon amnesty acquittal clemency
apologise|support|apologise apologize|apology
cooperate|cooperate|cooperate co-operate collaborate team_up partner ally|cooperation co-operation collaboration partnership
join|cooperate|join accede merge ally affiliate|accession merger
share|cooperate|share exchange swap|exchange swap
trade|cooperate|trade export import|trade
exercise|cooperate|-|exercise
aid|aid|aid assist help relieve|aid assistance relief bailout
provide|aid|provide supply give furnish bestow contribute|provision supply delivery contribution
donate|aid|donate fund finance subsidise subsidize grant lend loan|donation grant loan funding subsidy
rescue|aid|rescue save evacuate resettle shelter|rescue evacuation
protect|aid|protect safeguard shield|protection
treat|aid|treat heal vaccinate|treatment vaccination
retreat|retreat|retreat withdraw pull_out pull_back evacuate disengage back_down|retreat withdrawal pullout pull-out evacuation
release|retreat|release free liberate parole let_go bail|release liberation bail parole
surrender|retreat|surrender yield capitulate give_in concede|surrender capitulation concession
resign|retreat|resign step_down quit abdicate bow_out retire stand_down step_aside|resignation abdication retirement departure
ease|retreat|ease relax lift loosen soften defuse de-escalate disarm demobilise demobilize|easing relaxation de-escalation disarmament
ceasefire|retreat|-|ceasefire cease-fire truce
request|request|request ask seek solicit petition beg plead implore beseech|request plea petition entreaty
urge|request|urge call_on call_for appeal exhort press lobby pressure|call appeal urging
demand|request|demand insist require|demand
order|request|order instruct command direct summon|order command instruction summons subpoena
advise|request|advise recommend|advice recommendation
accuse|accuse|accuse blame implicate allege incriminate fault|accusation allegation blame
criticise|accuse|criticise criticize condemn denounce decry deplore slam blast lambast rebuke chide berate castigate censure scold rap attack_verbally|criticism condemnation denunciation rebuke censure
charge|accuse|charge indict arraign prosecute impeach|charge indictment arraignment prosecution impeachment count
sue|accuse|sue litigate|lawsuit suit litigation complaint
investigate|accuse|investigate probe inspect examine interrogate question|investigation probe inquiry enquiry inspection interrogation autopsy
suspect|accuse|suspect|suspicion
convict|accuse|convict sentence condemn_to|conviction sentence verdict sentencing
try|accuse|stand_trial|trial
complain|accuse|complain object grumble|complaint objection outcry
reject|reject|reject rebuff spurn dismiss turn_down snub repudiate|rejection rebuff dismissal snub
refuse|reject|refuse decline balk|refusal
deny|reject|deny refute contradict disavow disown|denial
veto|reject|veto block override|veto
defy|reject|defy flout violate renege disobey infringe breach contravene ignore shun|defiance violation breach infringement
oppose|reject|oppose resist contest dispute|opposition resistance dispute
cancel|reject|cancel scrap abandon postpone delay shelve call_off revoke rescind annul repeal|cancellation postponement abandonment revocation delay
sanction|sanction|sanction penalise penalize punish fine embargo blacklist|sanction sanctions embargo penalty fine punishment
expel|sanction|expel eject oust|expulsion ejection
suspend|sanction|suspend halt freeze cut_off sever break_off discontinue|suspension halt freeze severance
recall|sanction|recall|recall
`;
