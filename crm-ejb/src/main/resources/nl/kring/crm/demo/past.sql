-- Two lists that FEA kept before: attendance of earlier years. Both are read by the product itself afterwards; days hang on kring.today.
create temp table demo_list on commit drop as
  select nextval('crm.entity_seq') as id, o.id as organisation_id, g.account_id, k.*
    from (values (1, 'presentie-vorige-jaren.csv'), (2, 'presentie-lijst-zolder.csv')) as k (nth, file)
    join crm.organisation o on o.code = 'FEA'
    join crm.account a on a.email = 'fea@example.nl'
    join crm.role_grant g on g.account_id = a.id and g.organisation_id = o.id and g.role = 'STAFF';

create temp table demo_list_row on commit drop as
  select l.id, row_number() over (partition by l.id order by k.days desc, k.who) + 1 as number,
         array[k.title, coalesce(k.said, to_char(current_setting('kring.today')::date - k.days, 'DD-MM-YYYY')), k.who, k.big, k.present,
               k.points] as cells
    from (values
         (1, 'Reanimatie en AED (lijst van vroeger)', 830, null, 'J. van Voorbeeld', '39000999007', 'ja', '2,5'),
         (1, 'Reanimatie en AED (lijst van vroeger)', 830, null, 'K. Fictiema', '79000999021', 'ja', '2,5'),
         (1, 'Reanimatie en AED (lijst van vroeger)', 830, null, 'S. Schijnhuis', '49000999028', 'nee', '2,5'),
         (1, 'Kindergeneeskunde in de avond (lijst van vroeger)', 560, null, 'J. van Voorbeeld', '39000999007', 'ja', '3,0'),
         (1, 'Kindergeneeskunde in de avond (lijst van vroeger)', 560, null, 'P. Proefstra', '59000999014', 'ja', '3,0'),
         (2, 'Oogheelkunde (lijst van zolder)', 700, null, 'K. Fictiema', '79000999021', 'ja', '2,0'),
         (2, 'Oogheelkunde (lijst van zolder)', 700, null, 'P. Proefstra', '59000999014', 'ja', '2,0'),
         (2, 'Oogheelkunde (lijst van zolder)', 700, null, 'Q. Onbekendstra', '', 'ja', '2,0'),
         (2, 'Oogheelkunde (lijst van zolder)', 690, '31-02-2024', 'S. Schijnhuis', '49000999028', 'ja', '2,0'))
         as k (nth, title, days, said, who, big, present, points)
    join demo_list l on l.nth = k.nth;

insert into crm.past_import (id, uuid, organisation_id, kind, state, file_name, headers, fields, rows_read, created_at, account_id)
  select l.id, gen_random_uuid(), l.organisation_id, 'PARTICIPATION', 'REHEARSING', l.file,
         array['Naam scholing', 'Cursusdatum', 'Deelnemer', 'BIG nr', 'Presentie', 'Punten GAIA'],
         array['TITLE', 'STARTS', 'NAME', 'BIG', 'PRESENCE', 'POINTS:RGS-HA'],
         (select count(*) from demo_list_row r where r.id = l.id),
         current_setting('kring.now')::timestamptz - case l.nth when 1 then interval '40 days' else interval '2 days' end, l.account_id
    from demo_list l order by l.nth;
insert into crm.past_row (import_id, number, cells) select id, number, cells from demo_list_row;
