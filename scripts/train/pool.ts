import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from './augment';

const list = (name: string): string[] => readFileSync(path.join('scripts', 'gazetteer', 'lists', `${name}.txt`), 'utf8').split('\n')
  .filter((line) => !line.startsWith('#')).flatMap((line) => line.split(',')).map((entry) => entry.trim()).filter((entry) => /^\p{Lu}/u.test(entry));

/** Names for copies, from the lists of the gazetteer. */
export function poolOf(invented: number): Pool {
  const cities = ['Athens', 'Bogota', 'Caracas', 'Lima', 'Quito', 'Havana', 'Ottawa', 'Chicago', 'Boston', 'Seattle', 'Denver', 'Houston', 'Dallas', 'Atlanta', 'Miami', 'Detroit', 'Cleveland', 'Baltimore', 'Philadelphia', 'Los Angeles', 'San Francisco', 'London', 'Paris', 'Berlin', 'Frankfurt', 'Bonn', 'Munich', 'Hamburg', 'Vienna', 'Zurich', 'Geneva', 'Basel', 'Brussels', 'Antwerp', 'Amsterdam', 'Rotterdam', 'The Hague', 'Rome', 'Milan', 'Naples', 'Turin', 'Madrid', 'Barcelona', 'Seville', 'Lisbon', 'Porto', 'Dublin', 'Belfast', 'Edinburgh', 'Glasgow', 'Cardiff', 'Leeds', 'Liverpool', 'Manchester', 'Birmingham', 'Copenhagen', 'Oslo', 'Stockholm', 'Helsinki', 'Tallinn', 'Riga', 'Vilnius', 'Warsaw', 'Prague', 'Bratislava', 'Budapest', 'Bucharest', 'Sofia', 'Belgrade', 'Zagreb', 'Sarajevo', 'Skopje', 'Tirana', 'Istanbul', 'Ankara', 'Moscow', 'St. Petersburg', 'Grozny', 'Kiev', 'Kyiv', 'Kharkiv', 'Odesa', 'Minsk', 'Tbilisi', 'Baku', 'Yerevan', 'Tashkent', 'Almaty', 'Dushanbe', 'Kabul', 'Islamabad', 'Karachi', 'Lahore', 'New Delhi', 'Mumbai', 'Bombay', 'Calcutta', 'Colombo', 'Dhaka', 'Kathmandu', 'Rangoon', 'Bangkok', 'Hanoi', 'Phnom Penh', 'Kuala Lumpur', 'Jakarta', 'Manila', 'Taipei', 'Seoul', 'Pyongyang', 'Tokyo', 'Osaka', 'Kyoto', 'Shanghai', 'Beijing', 'Guangzhou', 'Shenzhen', 'Wuhan', 'Tehran', 'Baghdad', 'Basra', 'Mosul', 'Damascus', 'Aleppo', 'Beirut', 'Jerusalem', 'Tel Aviv', 'Haifa', 'Gaza City', 'Amman', 'Cairo', 'Riyadh', 'Jeddah', 'Doha', 'Dubai', 'Abu Dhabi', 'Muscat', 'Sanaa', 'Aden', 'Tripoli', 'Tunis', 'Algiers', 'Rabat', 'Khartoum', 'Addis Ababa', 'Nairobi', 'Kampala', 'Kigali', 'Goma', 'Bujumbura', 'Kinshasa', 'Lagos', 'Abuja', 'Accra', 'Dakar', 'Luanda', 'Harare', 'Lusaka', 'Maputo', 'Johannesburg', 'Cape Town', 'Pretoria', 'Durban', 'Sydney', 'Melbourne', 'Canberra', 'Perth', 'Auckland', 'Wellington', 'Buenos Aires', 'Santiago', 'Montevideo', 'Brasilia', 'Sao Paulo', 'Rio de Janeiro', 'Mexico City', 'Guatemala City', 'San Salvador', 'Managua', 'Panama City', 'San Juan', 'Port-au-Prince', 'Kingston'];
  return {
    invented, given: list('first-names'), family: list('surnames'), organisations: [...list('organisations'), ...list('media')], clubs: list('clubs'),
    countries: list('countries'), places: [...cities, ...cities, ...list('regions')],
  };
}
