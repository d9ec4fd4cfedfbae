/** Which pronoun a person's name, title or role lets a writer use. Compiled by hand from common given names; unknown names fit both. */
export type Gender = 'he' | 'she';

const he = new Set(`james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin
  brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick
  jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian keith roger terry sean gerald carl arthur lawrence bill bob jim joe
  tom mike dave steve dan matt tony tim jeff greg ben sam ted ron jeb bernie barack hillel vladimir emmanuel boris nigel jeremy alan ian colin graham hugh simon martin stuart neil derek
  ahmed mohammed muhammad mohammad ali hassan hussein omar ibrahim yusuf abdullah khaled mahmoud mustafa bashar benjamin binyamin yitzhak ehud shimon moshe avi amir reza hossein qasem
  antonio carlos luis juan pedro miguel jorge francisco manuel fernando pablo diego javier andres marco giovanni matteo luca paolo giuseppe mario silvio pierre jean jacques francois nicolas
  olivier michel philippe hans klaus jurgen wolfgang friedrich heinrich karl otto helmut gerhard olaf lars erik sven nils johan anders ivan sergei dmitry mikhail alexei nikolai igor oleg
  viktor andrei yuri pavel jan piotr tomasz andrzej hiroshi takeshi kenji shinzo narendra rahul raj amit anil sanjay imran nawaz kofi kwame nelson jacob cyril rex wayne bruce craig phil
  chris nick rick randy todd chad brad doug ken ray roy russell ralph eugene howard stanley leonard melvin clarence harry fred albert ernest barry lloyd clifford mitch mitt rand marco jeb`.split(/\s+/));

const she = new Set(`mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa
  deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley brenda emma anna pamela nicole helen samantha katherine christine debra rachel carolyn janet maria
  catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice
  ann anne kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori hillary
  hilary melania ivanka kellyanne nikki condoleezza madeleine angela theresa nicola ursula marine christine sigrid mette jacinda julia gillian sheikh hasina indira sonia benazir aung corazon
  fatima aisha khadija zainab layla leila mariam yasmin noor amina farah samira ingrid astrid greta heidi ulrike sabine birgit svetlana olga tatiana natalia irina ekaterina anastasia yulia
  elena lucia carmen rosa juana isabel pilar dolores francesca giulia chiara paola monique brigitte sylvie nathalie isabelle chantal edith camille carly elise claire fiona kate lucy zoe chloe
  ellen joanna louise penny priti tessa yvette valerie wendy tina tracy tammy dawn gina sheila phyllis lois rita ida marie robin roberta ruby sally stella sylvia vera rosario debbie`.split(/\s+/));

const hisTitles = /\b(?:mr|sir|lord|king|prince|spokesman|chairman|congressman|businessman|father|son|husband|brother|actor|salesman|fireman|boy|man|gentleman|monsieur|herr|señor|sheikh|imam)\b/i;
const herTitles = /\b(?:mrs|ms|miss|lady|dame|queen|princess|spokeswoman|chairwoman|congresswoman|businesswoman|mother|daughter|wife|sister|actress|girl|woman|madame|frau|señora|widow|first lady)\b/i;

/** Gender a title or a role tells; null when it tells none. */
export function genderOfTitle(words: string): Gender | null {
  if (herTitles.test(words)) return 'she';
  return hisTitles.test(words) ? 'he' : null;
}

/** Gender a given name tells, from the first word of a person's full name; null when unknown or used for both. */
export function genderOfName(fullName: string): Gender | null {
  const space = fullName.search(/[\s-]/);
  if (space < 0) return null;
  const given = fullName.slice(0, space).toLowerCase();
  const male = he.has(given), female = she.has(given);
  return male === female ? null : male ? 'he' : 'she';
}
