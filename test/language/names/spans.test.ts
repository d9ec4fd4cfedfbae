import { checkNames } from './support';

describe('names in the text', () => {
  it('finds persons without their titles and roles', () => {
    checkNames('Transport minister [P Amara Nwosu] met General [P Piotr Zielinski] and Mrs. [P Helen Marsh].');
    checkNames('The talks were led by foreign ministry spokeswoman [P Zhao Lin] and [P Reza Moradi], a deputy governor.');
  });
  it('cuts a title off what stands before the person', () => {
    checkNames('[L Texas] Sen. [P Ann Cole] and the minister of Education [P Stefania Bruni] spoke.');
  });
  it('keeps the numeral of a monarch', () => {
    checkNames('Queen [P Margaret II] and King [P Harald V] danced.');
  });
  it('finds Chinese, Iranian and Arabic persons', () => {
    checkNames('Vice Premier [P Sun Guoqiang] told [P Mohammad Hosseini] that [L Beijing] would wait.');
    checkNames('[P Khalid al-Mansour] and [P Fatemeh Karimi] arrived in [L Muscat] on Monday.');
  });
  it('finds organisations by what stands at their head', () => {
    checkNames('The [O Ministry of Fisheries] and the [O Harbour Workers Union] signed the deal.');
    checkNames('She studied at the [O University of Ljubljana] before joining [O Tarrow Chemicals Inc].');
    checkNames('Shares of [O Veldkamp Holdings] rose after [O Moody\'s] raised its rating.');
  });
  it('finds agencies, papers and armed groups', () => {
    checkNames('According to [O SCMP] and [O Reuters], [O Hezbollah] and the [O Houthis] rejected the plan.');
    checkNames('The strike was first reported by the [O Tasnim News Agency].');
  });
  it('does not swallow a list whole', () => {
    checkNames('Delegates came from [L Brazil], [L Russia], [L India], [L Kenya] and [L South Africa].');
    checkNames('[L France], [L Spain] and [L Portugal] agreed.');
  });
  it('leaves possessive endings out', () => {
    checkNames('[L Tehran]’s answer and [P Moradi]\'s letter arrived.');
    checkNames('The [O Houthis]‘ attacks went on.');
  });
  it('takes peoples and languages for no names', () => {
    checkNames('Iranian and Chinese diplomats spoke French to an Arab envoy.');
  });
  it('takes months, days, titles and function words for no names', () => {
    checkNames('In May they may march. On Monday the President and the Prime Minister will meet.');
    checkNames('However, the Army said nothing, and March was cold.'.replace('Army', 'army'));
    checkNames('The china plates broke, and the turkey was cold.');
  });
  it('tells the month from the person', () => {
    checkNames('Theresa [P May] will resign in May, [P May] said.'.replace('Theresa [P May]', '[P Theresa May]'));
  });
  it('takes a compound of two names for neither', () => {
    checkNames('The Israel-Hamas war went on.');
  });
  it('takes a city that speaks for the place it is', () => {
    checkNames('[L Washington] said it would wait, and [L Tokyo] agreed.');
  });
  it('knows a club by what it does', () => {
    checkNames('[O Fulham] beat [O Everton] 2-0 on Saturday after a late goal by striker [P Tom Barlow].');
  });
  it('reads a dateline and a headline in capitals', () => {
    checkNames('[L NAIROBI] ([O Reuters]) - A fire destroyed a market in [L Mombasa] on Friday.');
  });
  it('does not reach over a verb', () => {
    checkNames('[L South Korea] beat [L Japan] in the final.');
    checkNames('The [L U.S.] views [L Beijing] as a rival.');
  });
  it('keeps the article where a newspaper has it', () => {
    checkNames('An official told [O The Wall Street Journal] so.');
    checkNames('The [O State Department] did not answer.');
  });
});
