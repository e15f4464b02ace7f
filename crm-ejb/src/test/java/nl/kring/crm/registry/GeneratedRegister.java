package nl.kring.crm.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.database.CrmDatabase;

/**
 * A register of any size, the same every time: common and rare surnames, practices in all municipalities of Twente, owners
 * and staff with their periods, members, and a column that FEA keeps for itself. It grows, so that one database serves all
 * sizes. Triggers are off and indexes are built after it, as for any large load.
 */
public final class GeneratedRegister {

    static final long FEA = 1;
    private static final int PARTICIPANTS = 5;
    private static final int PERSONS_FROM = 10_000_000;
    private static final int PRACTICES_FROM = 1000;

    private final CrmDatabase database;
    private int size;

    public GeneratedRegister(CrmDatabase database) throws SQLException {
        this.database = database;
        owner(
                """
                insert into crm.organisation (id, uuid, code, name, kind, participant, created_at)
                select g, gen_random_uuid(), (array['FEA','THOON','CHPA','SHT','LHV'])[g], (array['FEA','THOON','CHPA','SHT','LHV'])[g],
                       'CARE_GROUP', true, now() from generate_series(1, %d) g""".formatted(PARTICIPANTS),
                "insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, created_at)"
                        + " values (1, '00000000-0000-0000-0000-000000000001', 1, 'PERSON', 'Dieet', 'TEXT', now())",
                // the periods are made so that none overlap
                "alter table crm.affiliation drop constraint affiliation_once",
                "alter table crm.membership drop constraint membership_once",
                "alter table crm.person disable trigger user",
                "alter table crm.affiliation disable trigger user",
                "alter table crm.membership disable trigger user",
                """
                create function pg_temp_share(g bigint, salt int) returns double precision language sql immutable parallel safe as
                $$ select (hashint8extended(g, salt) & 2147483647)::double precision / 2147483648.0 $$""");
    }

    public void growTo(int persons) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (Connection connection = database.asOwner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select i.indexname, i.indexdef from pg_indexes i
                         where i.schemaname = 'crm' and i.tablename in ('person', 'person_words', 'affiliation', 'membership', 'source_record')
                           and i.indexdef not like '%UNIQUE%'""")) {
            List<String> drops = new ArrayList<>();
            while (rows.next()) {
                drops.add("drop index crm." + rows.getString(1));
                indexes.add(rows.getString(2));
            }
            owner(drops.toArray(String[]::new));
        }
        int practices = persons / 100;
        owner(
                """
                insert into crm.organisation (id, uuid, name, kind, place, municipality, created_at, sort_name, search_text)
                select %1$d + g, gen_random_uuid(), 'Huisartsenpraktijk ' || n.name || ' ' || g, 'PRACTICE', n.municipality, n.municipality, now(),
                       n.name, ' huisartsenpraktijk ' || lower(n.name) || ' ' || g || ' ' || lower(n.municipality) || ' '
                  from generate_series(%2$d, %3$d) g,
                       lateral (select (array['Es','Linde','Brink','Beek','Esch','Molen','Veste','Hof','Singel','Kerkplein'])[1 + g %% 10] as name,
                                       (array['Almelo','Borne','Dinkelland','Enschede','Haaksbergen','Hellendoorn','Hengelo','Hof van Twente',
                                              'Losser','Oldenzaal','Rijssen-Holten','Tubbergen','Twenterand','Wierden'])
                                       [1 + floor(14 * pg_temp_share(g, 1))::int] as municipality) n""".formatted(PRACTICES_FROM, size / 100 + 1, practices),
                """
                create unlogged table crm.made as
                select %1$d + g::bigint as id, g, s.surname, s.given, upper(left(s.given, 1)) || '.' as initials,
                       case when pg_temp_share(g, 5) < 0.55 then 'GP' when pg_temp_share(g, 5) < 0.8 then 'DOCTORS_ASSISTANT'
                            when pg_temp_share(g, 5) < 0.95 then 'PN_SOMATIC' else 'PHARMACIST' end as profession,
                       case when pg_temp_share(g, 6) < 0.02 then 'BOARD_MEMBER' when pg_temp_share(g, 6) < 0.32 then 'PRACTICE_OWNER'
                            when pg_temp_share(g, 6) < 0.5 then 'SALARIED_GP' when pg_temp_share(g, 6) < 0.6 then 'LOCUM' else 'EMPLOYEE' end as role,
                       %2$d + 1 + floor(%3$d * pg_temp_share(g, 7))::int as practice,
                       %2$d + 1 + floor(%3$d * pg_temp_share(g, 8))::int as earlier,
                       date '2005-01-01' + floor(6000 * pg_temp_share(g, 9))::int as since,
                       pg_temp_share(g, 10) < 0.15 as left_it, pg_temp_share(g, 11) < 0.4 as member, pg_temp_share(g, 12) < 0.01 as of_two,
                       case when pg_temp_share(g, 13) < 0.6 then lpad((floor(pg_temp_share(g, 14) * 9) + 1)::text, 1) || '9' || lpad(g::text, 9, '0') end as big,
                       case when pg_temp_share(g, 15) < 0.6 then '0' || lpad(g::text, 7, '1') end as agb,
                       case when pg_temp_share(g, 16) < 0.9 then 'p' || g || '@example.nl' end as email,
                       '06' || lpad(g::text, 8, '1') as phone
                  from generate_series(%4$d, %5$d) g,
                       lateral (select case when pg_temp_share(g, 2) < 0.5
                           then (array['Jansen','Vries','Berg','Bakker','Dijk','Visser','Smit','Meijer','Boer','Mulder','Groot','Bos','Vos','Peters',
                                'Hendriks','Leeuwen','Dekker','Brouwer','Wit','Dijkstra','Smits','Graaf','Meer','Linden','Kok','Jacobs','Haan',
                                'Vermeulen','Heuvel','Veen','Broek','Bruijn','Bruin','Heijden','Schouten','Beek','Willems','Vliet','Hoekstra',
                                'Maas','Verhoeven','Koster','Dam','Prins','Blom','Huisman','Peeters','Jonge','Kuipers','Veenstra'])
                                [1 + floor(50 * power(pg_temp_share(g, 3), 2))::int]
                           else (array['Wol','Kra','Sie','Bran','Oude','Nij','Ter','Hol','Wes','Kem'])[1 + floor(10 * pg_temp_share(g, 3))::int]
                             || (array['ter','ber','den','mel','gel','ver','kel','sen','ding','ster'])[1 + floor(10 * pg_temp_share(g, 17))::int]
                             || (array['horst','kamp','huis','man','ink','veld','beek','hof','stra','broek'])[1 + floor(10 * pg_temp_share(g, 18))::int]
                             || (array['','s','a','e','ma'])[1 + floor(5 * pg_temp_share(g, 19))::int] end as surname,
                           (array['Anna','Bram','Carla','Daan','Els','Fenna','Gerrit','Hanneke','Ilse','Jan','Karin','Leo','Maria','Niek','Olga',
                                'Piet','Roos','Sjoerd','Tineke','Wim'])[1 + floor(20 * pg_temp_share(g, 4))::int] as given) s""".formatted(PERSONS_FROM, PRACTICES_FROM, practices, size + 1, persons),
                """
                insert into crm.person (id, uuid, birth_name, initials, given_name, profession, workplace, workplace_place, municipality,
                       big, agb, email, phone, display_name, sort_name, name_key, search_text, links, created_at)
                select m.id, gen_random_uuid(), m.surname, m.initials, m.given, m.profession, o.name, o.place, o.municipality, m.big, m.agb, m.email,
                       '+31' || substr(m.phone, 2), m.initials || ' (' || m.given || ') ' || m.surname, m.surname || ', ' || m.initials,
                       k.key || '  ' || lower(left(m.given, 1)),
                       ' ' || concat_ws(' ', k.key, lower(left(m.given, 1)), lower(m.given), m.big, m.agb, m.phone, 'huisartsenpraktijk',
                              lower(o.sort_name), lower(o.place)) || ' ',
                       array_remove(array['r:' || m.role, 'o:' || m.practice, 'm:' || o.municipality, 'm:' || e.municipality, 'o:' || m.earlier,
                              case when m.member then 'b:5' end, case when m.of_two then 'b:2' end, 's:FEA', 'k:1'], null), now()
                  from crm.made m
                  join crm.organisation o on o.id = m.practice join crm.organisation e on e.id = m.earlier,
                  lateral (select replace(lower(m.surname), 'ij', 'y') as key) k""",
                """
                insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_from, valid_to, main, created_at)
                select 20000000 + m.g, gen_random_uuid(), m.id, m.practice, m.role, m.since, case when m.left_it then date '2025-06-30' end, true, now()
                  from crm.made m
                union all
                select 40000000 + m.g, gen_random_uuid(), m.id, m.earlier, m.role, null, m.since - 1, false, now() from crm.made m""",
                """
                insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_from, created_at)
                select 60000000 + m.g, gen_random_uuid(), m.id, 5, 'MEMBER', m.since, now() from crm.made m where m.member
                union all
                select 80000000 + m.g, gen_random_uuid(), m.id, 2, 'MEMBER', m.since, now() from crm.made m where m.of_two""",
                """
                insert into crm.source_record (id, uuid, register_id, register_code, organisation_id, source_rank, source_key, person_id,
                       linked_how, run_id, row_number, raw, content_hash, delivered_at, birth_name, initials, given_name, birth_date,
                       profession, big, agb, practice_name, place, mobile, email)
                select 100000000 + m.g, gen_random_uuid(), 1, 'FEA', 1, 1, m.g::text, m.id, 'NEW', 1, m.g, '{}', '', now(), m.surname,
                       m.initials, m.given, date '1950-01-01' + floor(18250 * pg_temp_share(m.g, 20))::int, m.profession, m.big, m.agb,
                       o.name, o.place, '+31' || substr(m.phone, 2), m.email
                  from crm.made m join crm.organisation o on o.id = m.practice""",
                """
                insert into crm.own_value (field_id, subject_id, value, changed_at)
                select 1, m.id, case when m.g % 50 = 0 then 'halal' else 'vegetarisch' end, now() from crm.made m where m.g % 10 = 0""",
                "insert into crm.person_words select p.id, crm.search_keys(p.search_text, p.initials, p.given_name)"
                        + " from crm.made m join crm.person p on p.id = m.id",
                "drop table crm.made");
        owner(indexes.toArray(String[]::new));
        // what PostgreSQL does by itself within minutes
        owner("vacuum analyze");
        size = persons;
    }

    void owner(String... statements) throws SQLException {
        try (Connection connection = database.asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
