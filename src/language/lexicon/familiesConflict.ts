/**
 * Verbs and nouns of violence, force, threat and protest, by family and PLOVER type. Compiled by hand.
 * A line is `family|type|verbs|nouns`; words of one line can report the same happening. An underscore joins a verb and its particle.
 */
export const conflictFamilies = `
attack|assault|attack assault raid ambush storm invade overrun maul set_upon|attack assault raid ambush onslaught offensive incursion invasion counterattack counteroffensive pogrom cyberattack airstrike airstrikes strike rampage storming
strike|assault|strike hit pound batter|strike bombardment hit
bomb|assault|bomb bombard shell blast|bombing bombardment shelling airstrike blast explosion detonation barrage
explode|assault|explode detonate blow_up go_off erupt|explosion blast detonation
launch|assault|launch lob rain|launch salvo volley barrage
shoot|assault|shoot fire gun_down shoot_down open_fire shoot_dead snipe|shooting gunfire crossfire shootout gunfight shots
kill|assault|kill murder slay assassinate execute massacre slaughter behead lynch butcher strangle poison electrocute|killing murder assassination execution massacre slaughter slaying homicide beheading genocide bloodshed manslaughter
die|other|die perish succumb drown suffocate|death fatality demise dying
wound|assault|wound injure maim hurt burn disfigure|injury wounding wound
harm|assault|beat beat_up stab slash torture rape abuse molest whip choke punch kick mow_down run_over batter lash brutalise brutalize|beating stabbing torture rape abuse violence brutality
fight|assault|fight battle clash skirmish spar duel brawl|fighting fight battle clash skirmish combat hostilities firefight brawl conflict feud
war|assault|war|war warfare conflict insurgency rebellion uprising insurrection
capture|assault|capture recapture retake conquer besiege encircle occupy annex seize_control|capture siege occupation annexation conquest
destroy|assault|destroy raze demolish flatten wreck obliterate devastate vandalise vandalize torch ransack loot|destruction demolition arson looting devastation sabotage
abduct|coerce|abduct kidnap hijack ambuscade take_hostage|abduction kidnapping hijacking hijack kidnap piracy
foil|coerce|foil thwart repulse repel prevent avert intercept neutralise neutralize stave_off fend_off ward_off|interception
threaten|threaten|threaten menace intimidate blackmail brandish|threat ultimatum intimidation blackmail menace
warn|threaten|warn caution alert|warning alert ultimatum
vow|threaten|vow swear|vow pledge oath
protest|protest|protest demonstrate rally march picket riot rise_up|protest demonstration rally march riot unrest picket sit-in uproar protests rioting
walkout|protest|walk_out down_tools stop_work|walkout stoppage strike
boycott|protest|boycott|boycott
obstruct|protest|blockade obstruct barricade block|blockade obstruction barricade
mobilise|mobilize|mobilise mobilize deploy redeploy amass muster arm rearm station conscript fortify reinforce|mobilisation mobilization deployment buildup build-up conscription
patrol|mobilize|patrol escort guard|patrol escort
drill|mobilize|drill|drill drills manoeuvres maneuvers wargames exercises
arrest|coerce|arrest detain apprehend nab jail imprison capture round_up incarcerate pick_up take_into_custody catch book collar|arrest detention imprisonment custody capture incarceration apprehension roundup
raid|coerce|raid search frisk|raid search crackdown sweep manhunt
seize|coerce|seize confiscate impound expropriate commandeer grab|seizure confiscation expropriation
ban|coerce|ban prohibit outlaw forbid censor bar restrict curb disenfranchise|ban prohibition curfew censorship restriction curb clampdown
impose|coerce|impose enforce|imposition enforcement
evict|coerce|evict deport displace uproot banish exile force_out drive_out throw_out|eviction deportation displacement exile expulsion
hack|coerce|hack breach infiltrate spy eavesdrop|hack hacking cyberattack breach espionage infiltration
repress|coerce|repress suppress disperse quell crack_down stifle crush put_down persecute|repression suppression crackdown persecution
coup|coerce|overthrow oust topple depose unseat|coup overthrow ouster takeover putsch
retaliate|assault|retaliate avenge hit_back strike_back|retaliation reprisal revenge vengeance
escalate|other|escalate intensify worsen deteriorate flare_up|escalation deterioration flare-up
chase|coerce|chase pursue stalk hunt_down track_down corner|chase pursuit manhunt
rob|assault|rob steal burgle mug plunder pilfer|robbery theft heist burglary break-in mugging larceny
flee|retreat|flee escape run_away bolt abscond|escape flight exodus jailbreak breakout
`;
