/**
 * Verbs and nouns of other happenings: work, life, accidents, sport, business, nature. Type `other`. Compiled by hand.
 * The line format is that of `familiesConflict.ts`.
 */
export const generalFamilies = `
appoint|other|appoint name nominate designate install choose select pick tap ordain hire employ recruit|appointment nomination nominee designation selection pick hiring choice
dismiss|other|dismiss sack fire lay_off axe can relieve terminate part_ways let_go remove discharge replace boot|dismissal sacking firing layoff removal termination
elect|other|elect re-elect vote ballot|election vote ballot poll referendum re-election by-election
win|other|win triumph prevail clinch|win victory triumph
lose|other|lose|loss
defeat|other|defeat beat rout vanquish trounce outscore down edge upset sweep|defeat rout upset
play|other|play compete|game match playoff playoffs competition tournament
score|other|score|goal touchdown
injure|other|injure sprain fracture tear concuss|injury surgery concussion
announce|other|announce signal unveil reveal disclose declare proclaim|announcement revelation declaration disclosure unveiling
release|other|launch roll_out introduce debut premiere|launch rollout introduction debut premiere
publish|other|publish print post broadcast air|publication post tweet broadcast
buy|other|buy acquire purchase take_over snap_up|acquisition purchase takeover buyout
sell|other|sell divest auction|sale sell-off auction divestment
pay|other|pay repay refund compensate reimburse|payment repayment refund compensation payout
invest|other|invest|investment
merge|other|merge|merger
rise|other|rise climb soar surge jump increase grow gain rally rebound|rise surge increase growth gain jump
fall|other|fall drop plunge slump tumble decline sink shrink slip plummet|fall drop plunge slump decline decrease
slip|other|slip trip stumble|slip
cut|other|cut reduce slash trim lower shorten|cut reduction
raise|other|raise hike boost lift elevate strengthen increase|hike boost
build|other|build construct erect rebuild assemble manufacture produce make develop design|construction development
open|other|open reopen re-open inaugurate|opening inauguration reopening
close|other|close shut shut_down|closure shutdown closing
end|other|end finish stop cease conclude|end conclusion halt
start|other|start begin commence kick_off open|start beginning outbreak onset
happen|other|happen occur take_place unfold break_out|incident event occurrence episode
cause|other|cause trigger spark provoke prompt inspire lead_to|-
crash|other|crash collide derail capsize ram slam smash plough plow|crash collision derailment accident wreck pile-up smash hit-and-run
drive|other|drive swerve veer|driving
speed|other|speed|speeding
stop_car|other|pull_over|-
drink_drive|other|-|dui dwi drink-driving drunk-driving
sink|other|sink founder|sinking shipwreck
burn|other|burn blaze|fire blaze wildfire inferno
quake|other|shake rattle quake rumble jolt tremble|earthquake quake tremor aftershock temblor tsunami
storm|other|flood inundate batter|storm hurricane flood cyclone typhoon tornado flooding landslide avalanche drought
damage|other|damage ruin wreck|damage
collapse|other|collapse crumble cave_in|collapse
find|other|find discover recover locate unearth spot|discovery recovery find
search|other|search comb scour|search
vanish|other|disappear vanish go_missing|disappearance
arrive|other|arrive land reach come return|arrival landing return
leave|other|leave depart exit|departure exit
move|other|move relocate transfer migrate|move transfer relocation migration
enter|other|enter|entry
go|other|go head walk run ride sail fly transit cross board|walk ride voyage crossing trip
carry|other|carry bring take transport deliver haul|delivery transport
marry|other|marry wed|marriage wedding
divorce|other|divorce separate split|divorce separation split break-up
bear|other|give_birth|birth
diagnose|other|diagnose infect hospitalise hospitalize contract|diagnosis infection outbreak hospitalisation hospitalization
recover|other|recover recuperate heal|recovery
enter_rehab|other|check_into check_in|rehab stint
bury|other|bury inter cremate|burial funeral service
perform|other|perform sing dance act star|performance concert show
host_show|other|emcee|broadcast telecast
film|other|film direct shoot record|filming recording
write|other|write author draft pen|-
read|other|read|-
teach|other|teach train educate|training
study|other|study research analyse analyze|study research
create|other|create form establish found set_up|creation formation establishment
join_up|other|enlist enrol enroll sign_up|enrolment enrollment
change|other|change alter reform amend revise modify overhaul|change reform amendment revision overhaul shake-up
plan|other|plan prepare plot scheme intend|plan preparation plot scheme conspiracy
try|other|try attempt|attempt bid effort
fail|other|fail falter|failure
succeed|other|succeed achieve manage|success
use|other|use employ|use
work|other|work serve labour labor|stint tenure
lead|other|lead head run chair|leadership
watch|other|watch observe monitor witness|observation surveillance
hear|other|hear listen|hearing
see|other|see|-
meet_need|other|meet|-
appear|other|appear feature|appearance
show|other|show display exhibit present|display exhibition presentation show
hide|other|hide conceal|-
throw|other|throw hurl toss pelt|-
drop|other|drop|-
hold|other|hold|-
jump|other|jump leap dive|jump
push|other|push shove|-
pull|other|pull drag|-
rule|other|rule decide determine resolve|ruling decision resolution judgment judgement
pass|other|pass enact legislate|passage
admit|other|admit confess plead|admission confession plea
default|other|default|default bankruptcy
file|other|file submit lodge|filing submission
settle|other|settle|settlement
respond|other|respond react|response reaction
test|other|test|test
spread|other|spread|spread
break|other|break shatter|break
connect|other|link connect|-
affect|other|affect|impact
live|other|live survive|survival
stay|other|stay remain|stay
wait|other|wait|wait
party|other|party|party
climb|other|climb scale hike ski|climb hike
smuggle|other|smuggle traffic|smuggling trafficking
celebrate|other|celebrate party|celebration
disrupt|other|disrupt interrupt|disruption
lack|other|-|crisis emergency famine pandemic epidemic disaster tragedy catastrophe accident
operate|other|operate|operation mission raid
update|other|upgrade update refresh|upgrade update
beat_time|other|outpace exceed surpass|-
become|other|become|-
spend|other|spend|spending
earn|other|earn receive get obtain|-
carry_out|other|carry_out conduct mount stage wage|-
continue|other|continue resume persist|resumption continuation
ship|other|ship|shipment
cover|other|cover|coverage
notify|other|notify inform tell|notification
call_name|other|dub label|-
confront|other|confront face challenge|confrontation standoff stand-off showdown challenge
approach|other|approach|approach
allow|other|allow permit let enable|permission
force|other|force compel oblige|-
encourage|other|encourage persuade convince|-
avoid|other|avoid evade dodge|-
complete|other|complete|completion
fill|other|fill|-
keep|other|keep retain|-
turn|other|turn|-
put|other|put place|-
extend|other|extend expand prolong renew|extension expansion renewal
drink|other|drink|drinking
eat|other|eat|-
smoke|other|smoke|-
tie|other|tie|-
check|other|check|check
implement|other|implement|implementation
register|other|register|registration
shut_out|other|-|power-outage blackout outage
`;
/** Reporting, thinking and feeling: mentions of such a verb are sayings, not happenings of their own. */
export const sayingFamilies = `
say|other|say tweet blog state indicate suggest express stress remark accord comment note add stress emphasise emphasize reiterate explain assert claim contend maintain argue observe signal insist mention tell speak reply answer point_out affirm|statement comment remark
report|other|report confirm write quote cite describe|report reports news
think|other|think believe know consider expect hope fear worry doubt suppose assume guess feel understand see view regard want wish like love hate prefer remember forget realise realize learn|-
intend|other|plan intend aim mean|intent
`;
