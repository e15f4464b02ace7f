package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The things that rights are about: of each kind one of FEA and of its GP (own), one of THOON and of another GP (foreign),
 * and one that all share. What THOON keeps to itself carries a canary.
 */
final class RightsWorld {

    static final String CANARY = "kanarie-van-thoon";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static RightsWorld made;

    private final Map<String, String> things = new HashMap<>();

    /** The one that all tests share. */
    static RightsWorld made() throws SQLException {
        if (made == null) {
            made = new RightsWorld();
        }
        return made;
    }

    /** Whoever went through the screens before holds a question about two persons for a while; now nobody does. */
    static void letGoOfQuestions() throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update crm.review_item set taken_by = null, taken_until = null");
        }
    }

    private RightsWorld() throws SQLException {
        var people = RegisterFixtures.people(40, "MENSEN").iterator();
        things.put("person shared", people.next());
        things.put("person foreign", people.next());
        things.put("person own", uuid("select uuid from crm.person where birth_name = 'Voorbeeld'"));
        things.put("run own", run("fea-staff", "MENSEN"));
        things.put("run foreign", thoonsPrivateRegister());
        things.put("edition own", edition("fea-staff", "FEA", "Nascholing van FEA"));
        things.put("edition shared", edition("thoon-staff", "THOON", "Nascholing van THOON"));
        things.put("edition foreign", draft(edition("thoon-staff", "THOON", "Concept " + CANARY)));
        String held = edition("fea-staff", "FEA", "Gehouden door FEA");
        String heldByThoon = edition("thoon-staff", "THOON", "Gehouden door THOON");
        things.put("heldEdition own", held);
        things.put("heldEdition foreign", heldByThoon);
        things.put("drawnEdition own", drawn(edition("fea-staff", "FEA", "Verloot door FEA")));
        things.put("drawnEdition foreign", draft(drawn(edition("thoon-staff", "THOON", "Verloot " + CANARY))));
        things.put("checklistEdition own", edition("fea-staff", "FEA", "Met draaiboek van FEA"));
        things.put("step own", step("FEA", things.get("checklistEdition own"), "Stap van FEA"));
        step("THOON", things.get("edition foreign"), CANARY);
        things.put("enrolment own", enrolled("gp", held));
        things.put("enrolment foreign", enrolled("gp2", heldByThoon));
        things.put("heldEnrolment own", enrolled("gp", edition("fea-staff", "FEA", "Nog een van FEA")));
        things.put("heldEnrolment foreign", enrolled("gp2", edition("thoon-staff", "THOON", "Nog een van THOON")));
        things.put("certificate own", certificate(things.get("enrolment own")));
        things.put("certificate foreign", certificate(things.get("enrolment foreign")));
        things.put("session own", sessionOf(held));
        things.put("session foreign", sessionOf(heldByThoon));
        things.put("signedList own", signedList(things.get("session own")));
        things.put("signedList foreign", signedList(things.get("session foreign")));
        things.put("request own", request(things.get("edition own"), "REQUESTED"));
        things.put("request foreign", request(things.get("edition foreign"), "REQUESTED"));
        things.put("document own", document(things.get("request own")));
        things.put("document foreign", document(things.get("request foreign")));
        things.put("claim own", claim(things.get("person own"), "FEA"));
        things.put("claim foreign", claim(things.get("person foreign"), "THOON"));
        things.put("pastImport own", pastImport("FEA", "Lijst van FEA"));
        things.put("pastImport foreign", pastImport("THOON", CANARY));
        things.put("pastPerson own", pastPerson(things.get("pastImport own"), "Iemand van vroeger"));
        things.put("pastPerson foreign", pastPerson(things.get("pastImport foreign"), CANARY));
        things.put("group own", group("FEA", "Toetsgroep van FEA", things.get("person own")));
        things.put("group foreign", group("THOON", CANARY, things.get("person foreign")));
        things.put("meeting own", meeting(things.get("group own"), "Antibiotica"));
        things.put("meeting foreign", meeting(things.get("group foreign"), CANARY));
        things.put(
                "schemeVersion shared",
                uuid("select uuid from crm.scheme_version where scheme_code = 'RGS-HA' and replaced_at is null"));
        things.put("statement own", statement("FEA", things.get("person shared")));
        things.put("organisation own", uuid("select uuid from crm.organisation where code = 'FEA'"));
        things.put("organisation shared", uuid("select uuid from crm.organisation where code = 'WAGRO'"));
        things.put("organisation foreign", uuid("select uuid from crm.organisation where code = 'THOON'"));
        things.put("successor shared", uuid("select uuid from crm.organisation where code = 'ROSET'"));
        things.put("succession shared", uuid("select uuid from crm.succession"));
        columnsOfFea();
        whatThoonKeepsOf(things.get("person shared"));
        things.put("frozen own", frozen("FEA", "Ledenlijst", things.get("person shared")));
        things.put("frozen foreign", frozen("THOON", CANARY, things.get("person shared")));
        things.put("questionnaire own", questionnaire("FEA", "Vragenlijst van FEA"));
        things.put("questionnaire foreign", questionnaire("THOON", CANARY));
        things.put("mailing own", mailing("FEA"));
        things.put("mailing foreign", mailing("THOON"));
        things.put("affiliation own", affiliation(things.get("person own"), "WDH"));
        things.put("model shared", uuid("select uuid from crm.matching_model"));
        things.put("practice shared", practice("Praktijk Een"));
        things.put("otherPractice shared", practice("Praktijk Twee"));
        things.put("organisationMerge shared", mergedPractices(practice("Praktijk Drie"), practice("Praktijk Vier")));
        things.put("other shared", people.next());
        things.put("merge shared", merged(people.next(), people.next()));
        things.put("review own", review(people.next(), people.next()));
        things.put("review foreign", review(ofThoon(), ofThoon()));
        things.put("audit own", audit("fea@example.nl"));
        things.put("audit foreign", audit("thoon@example.nl"));
        for (String caller : RightsTable.CALLERS) {
            things.put("someone " + caller, people.next());
        }
        this.people = people;
    }

    private final java.util.Iterator<String> people;

    /** Fills in what a call is about; {@code {someone}} is each time another person of the register. */
    String filledIn(String text, String relation) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String kind = matcher.group(1);
            String value = kind.equals("someone") ? people.next() : things.get(kind + " " + relation);
            if (value == null) {
                value = things.get(kind + " own");
            }
            assertThat(value).as(kind + " " + relation).isNotNull();
            matcher.appendReplacement(filled, value);
        }
        return matcher.appendTail(filled).toString();
    }

    void put(String kind, String relation, String uuid) {
        things.put(kind + " " + relation, uuid);
    }

    /** New ones that wait for FEA and for THOON; each is decided once. */
    void openProposals() throws SQLException {
        put("proposal", "own", proposal("FEA", "THOON"));
        put("proposal", "foreign", proposal("THOON", "LHV"));
    }

    private String proposal(String steward, String proposer) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.change_proposal (id, uuid, kind, person_id, field, value, reason, proposer_id, steward_id, state,
                                                 created_at)
                select nextval('crm.entity_seq'), '%s', 'IDENTIFIER', p.id, 'kvk', '12345678', 'proef', o.id, s.id, 'OPEN', now()
                  from crm.person p, crm.organisation o, crm.organisation s
                 where p.uuid = '%s' and o.code = '%s' and s.code = '%s'
                """.formatted(uuid, things.get("person shared"), proposer, steward));
        return uuid;
    }

    private static String run(String caller, String register) {
        var accepted = Api.as(caller)
                .importFile(
                        register,
                        "nog-eens.csv",
                        "nummer;achternaam;voorletters;geboren;beroep;mail\nN1;Nieuweling;N.;01-02-1980;Huisarts;n@example.nl\n"
                                .getBytes(StandardCharsets.UTF_8),
                        "auto");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String id = accepted.object().getString("id");
        RegisterFixtures.ended(Api.as(caller), id);
        return id;
    }

    /** THOON's own register, with a refused row that holds the canary; an address for work is for all to write to. */
    private static String thoonsPrivateRegister() {
        String rows = "Relatienummer;Naam volledig;Functie;Geboortedatum;Praktijk;Straat;Huisnr;Toev.;PC;Woonplaats;"
                + "Tel. praktijk;Mobiel;Emailadres;AGB persoon;BIG\n"
                + "900003;Kanariestra, K. (Karel);Huisarts;02-07-1984;Praktijk Kanarie;Weg;1;;7552 XA;Hengelo;"
                + "0740160995;06-12345678;karel@example.nl;;\n"
                + "900006;???;;;;" + CANARY + ";;;;;;;;;\n";
        Api thoon = Api.as("thoon-staff");
        var accepted = thoon.importFile("THOON", CANARY + ".csv", rows.getBytes(StandardCharsets.UTF_8), "auto");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String id = accepted.object().getString("id");
        assertThat(RegisterFixtures.ended(thoon, id).getInt("rowsInvalid")).isEqualTo(1);
        return id;
    }

    private static String edition(String caller, String organisation, String title) {
        Instant start = Instant.now().plus(Duration.ofDays(30));
        JsonObject wanted = Json.createObjectBuilder()
                .add("title", title)
                .add("organisation", organisation)
                .add("startsAt", start.toString())
                .add("endsAt", start.plus(Duration.ofHours(2)).toString())
                .add("capacity", 50)
                .add("waitingList", true)
                .build();
        var made = Api.as(caller).post("/editions", wanted);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.object().getString("uuid");
    }

    private static String draft(String edition) throws SQLException {
        change("update crm.edition set state = 'CONCEPT', published_at = null where uuid = '" + edition + "'");
        return edition;
    }

    /** Seats were given by lot; nobody took part. */
    private static String drawn(String edition) throws SQLException {
        change("""
                insert into crm.seat_draw (edition_id, opens_at, draw_at, seed, commitment, agreed_at, drawn_at, log_hash)
                select e.id, now() - interval '2 days', now() - interval '1 day', repeat('a', 64),
                       encode(sha256(convert_to(repeat('a', 64), 'UTF8')), 'hex'), now() - interval '3 days', now(),
                       encode(sha256(convert_to(E'volgorde;lotnummer;hmac-sha256;uitkomst;plaats-op-wachtlijst\\n', 'UTF8')), 'hex')
                  from crm.edition e where e.uuid = '%s'
                """.formatted(edition));
        return edition;
    }

    private static String step(String organisation, String edition, String title) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with task as (
                  insert into crm.task (id, uuid, organisation_id, title, due_on, subject_kind, subject_uuid, about, action,
                                        created_at)
                  select nextval('crm.entity_seq'), '%1$s', o.id, '%4$s', current_date, 'EDITION', '%3$s', '%4$s', 'NONE', now()
                    from crm.organisation o where o.code = '%2$s' returning id)
                insert into crm.checklist_step (task_id, edition_id, position, moment, days)
                select t.id, e.id, 1, 'DAYS_BEFORE', 30 from task t, crm.edition e where e.uuid = '%3$s'
                """.formatted(uuid, organisation, edition, title));
        return uuid;
    }

    private static String enrolled(String caller, String edition) {
        var made = Api.as(caller)
                .post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().build(),
                        UUID.randomUUID().toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.object().getString("uuid");
    }

    private static String sessionOf(String edition) throws SQLException {
        return uuid("select s.uuid from crm.session s join crm.edition e on e.id = s.edition_id where e.uuid = '%s'"
                .formatted(edition));
    }

    private String signedList(String session) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.signed_list (uuid, session_id, file_name, media_type, content, put_at)
                select '%s', s.id, 'lijst.pdf', 'application/pdf', 'x', now() from crm.session s where s.uuid = '%s'
                """.formatted(uuid, session));
        return uuid;
    }

    /** Two with a collision, so that there is something to decide. */
    private static String merged(String survivor, String other) {
        var made = Api.as("fea-staff")
                .post(
                        "/persons/" + survivor + "/merges",
                        Json.createObjectBuilder()
                                .add("other", other)
                                .add("reason", "dezelfde")
                                .build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.object().getString("merge");
    }

    private static String practice(String name) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with made as (
                  insert into crm.organisation (id, uuid, name, sort_name, kind, created_at)
                  values (nextval('crm.entity_seq'), '%1$s', '%2$s', '%2$s', 'PRACTICE', now()) returning id)
                insert into crm.organisation_statement (id, uuid, subject_id, field, value, said_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), m.id, 'name', '%2$s', now() from made m
                """.formatted(uuid, name));
        return uuid;
    }

    private static String mergedPractices(String survivor, String merged) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with merge as (
                  insert into crm.merge_event (id, uuid, subject, survivor_id, merged_id, how, merged_at)
                  select nextval('crm.entity_seq'), '%s', 'ORGANISATION', s.id, m.id, 'AUTOMATIC', now()
                    from crm.organisation s, crm.organisation m where s.uuid = '%s' and m.uuid = '%s'
                  returning survivor_id, merged_id)
                update crm.organisation o set merged_into_id = g.survivor_id from merge g where o.id = g.merged_id
                """.formatted(uuid, survivor, merged));
        return uuid;
    }

    /** Two that may be one. */
    private static String review(String one, String other) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.review_item (id, uuid, one_id, other_id, score, model_version, one_register, evidence, state, found_at)
                select nextval('crm.entity_seq'), '%s', least(p.id, q.id), greatest(p.id, q.id), 1.5, 'proef', false,
                       array['SURNAME_SHARED 7.1 0.0017857', 'BIRTH_DATE_EQUAL 9.0 0.0000000'], 'OPEN', now()
                  from crm.person p, crm.person q where p.uuid = '%s' and q.uuid = '%s'
                """.formatted(uuid, one, other));
        return uuid;
    }

    /** Somebody whom THOON alone knows. */
    private static String ofThoon() throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with somebody as (
                  insert into crm.person (id, uuid, display_name, created_at)
                  values (nextval('crm.entity_seq'), '%1$s', 'Iemand van THOON', now()) returning id)
                insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), s.id, 'givenName', 'Iemand', o.id, now()
                  from somebody s, crm.organisation o where o.code = 'THOON'
                """.formatted(uuid));
        return uuid;
    }

    private static String audit(String email) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.match_audit (id, uuid, account_id, drawn_at)
                select nextval('crm.entity_seq'), '%s', a.id, now() from crm.account a where a.email = '%s'
                """.formatted(uuid, email));
        return uuid;
    }

    private static String frozen(String organisation, String name, String person) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with list as (
                  insert into crm.frozen_list (id, uuid, organisation_id, name, page, query, columns, headers, reference_date,
                                               line_count, frozen_at)
                  select nextval('crm.entity_seq'), '%s', o.id, '%s', '/registry/find-person.xhtml', '', 'name,place',
                         array['name', 'place'], date '2026-01-01', 1, now()
                    from crm.organisation o where o.code = '%s' returning id)
                insert into crm.frozen_line (list_id, position, subject_uuid, cells)
                select l.id, 1, '%s', array['Zoals hij heette', 'Hengelo'] from list l
                """.formatted(uuid, name, organisation, person));
        return uuid;
    }

    private static String questionnaire(String organisation, String name) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with list as (
                  insert into crm.questionnaire (uuid, organisation_id, name, created_at)
                  select '%s', o.id, '%s', now() from crm.organisation o where o.code = '%s' returning id),
                version as (
                  insert into crm.questionnaire_version (questionnaire_id, number, made_at) select id, 1, now() from list returning id)
                insert into crm.question (version_id, position, kind, scope, required, text_nl)
                select id, 1, 'MARK', 'COURSE', true, 'Cijfer' from version
                """.formatted(uuid, name, organisation));
        return uuid;
    }

    private static String mailing(String organisation) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.mailing (id, uuid, organisation_id, purpose, about, subject, body, queued_at, finished_at)
                select nextval('crm.entity_seq'), '%s', o.id, 'SELECTION', o.name, 'Nieuws', 'Dag {name}', now(), now()
                  from crm.organisation o where o.code = '%s'
                """.formatted(uuid, organisation));
        return uuid;
    }

    private static String certificate(String enrolment) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.certificate (id, uuid, enrolment_id, edition_id, organiser_id, person_id, code, issued_at,
                                             person_name, course_title, organiser_name, held_from, held_to)
                select nextval('crm.entity_seq'), '%s', e.id, d.id, c.organiser_id, e.person_id,
                       upper(substr(md5(random()::text), 1, 16)), now(), 'Naam', 'Titel', 'Organisator', now(), now()
                  from crm.enrolment e join crm.edition d on d.id = e.edition_id join crm.course c on c.id = d.course_id
                 where e.uuid = '%s'
                """.formatted(uuid, enrolment));
        return uuid;
    }

    private static String request(String edition, String state) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, lead_days, attendance_days,
                                                       requested_on, created_at)
                select nextval('crm.entity_seq'), '%s', e.course_id, 'RGS-HA', '%s', 'WHOLE', 28, 14, current_date, now()
                  from crm.edition e where e.uuid = '%s'
                """.formatted(uuid, state, edition));
        return uuid;
    }

    private static String document(String request) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.accreditation_document (uuid, request_id, file_name, media_type, content, added_at)
                select '%s', r.id, 'programma.pdf', 'application/pdf', '\\x25504446', now()
                  from crm.accreditation_request r where r.uuid = '%s'
                """.formatted(uuid, request));
        return uuid;
    }

    private static String claim(String person, String organisation) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with claim as (
                  insert into crm.credit_claim (id, uuid, person_id, organisation_id, scheme_code, category, points, earned_on,
                                                title, state, declared_at)
                  select nextval('crm.entity_seq'), '%s', p.id, o.id, 'RGS-HA', 'ACCREDITED', 1, current_date, 'Elders', 'OPEN', now()
                    from crm.person p, crm.organisation o where p.uuid = '%s' and o.code = '%s' returning id)
                insert into crm.credit_evidence (claim_id, file_name, media_type, content)
                select id, 'bewijs.pdf', 'application/pdf', '\\x25504446' from claim
                """.formatted(uuid, person, organisation));
        return uuid;
    }

    private static String pastImport(String organisation, String name) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with made as (
                  insert into crm.past_import (id, uuid, organisation_id, kind, state, file_name, headers, fields, rows_read, created_at)
                  select nextval('crm.entity_seq'), '%1$s', o.id, 'PARTICIPATION', 'REHEARSED', '%3$s', array['Cursus', 'Datum', 'Naam'],
                         array['TITLE', 'STARTS', 'NAME'], 1, now()
                    from crm.organisation o where o.code = '%2$s' returning id),
                row as (
                  insert into crm.past_row (import_id, number, cells) select id, 2, array['%3$s', '31-02-2024', '%3$s'] from made)
                insert into crm.past_reading (import_id, number, problem, problem_at, who, outcome)
                select id, 2, 'past-date', 'Datum', 'iemand', 'REFUSED' from made
                """.formatted(uuid, organisation, name));
        return uuid;
    }

    private static String pastPerson(String file, String name) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.past_person (uuid, import_id, organisation_id, who, name, surname)
                select '%s', i.id, i.organisation_id, 'iemand', '%s', 'Vroegerstra' from crm.past_import i where i.uuid = '%s'
                """.formatted(uuid, name, file));
        return uuid;
    }

    /** With that person as its consultant. */
    private static String group(String organisation, String name, String person) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                with made as (
                  insert into crm.peer_review_group (id, uuid, organisation_id, kind, name, begins_on, created_at)
                  select nextval('crm.entity_seq'), '%s', o.id, 'BALINT', '%s', date '2020-01-01', now()
                    from crm.organisation o where o.code = '%s' returning id)
                insert into crm.peer_review_member (id, uuid, group_id, person_id, role, valid_from, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), m.id, p.id, 'CONSULTANT', date '2020-01-01', now()
                  from made m, crm.person p where p.uuid = '%s'
                """.formatted(uuid, name, organisation, person));
        return uuid;
    }

    private static String meeting(String group, String subject) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.peer_review_meeting (id, uuid, group_id, held_on, minutes, subject, recorded_at)
                select nextval('crm.entity_seq'), '%s', g.id, date_trunc('year', now())::date, 60, '%s', now()
                  from crm.peer_review_group g where g.uuid = '%s'
                """.formatted(uuid, subject, group));
        return uuid;
    }

    private static String affiliation(String person, String organisation) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_from, said_by_id, created_at)
                select nextval('crm.entity_seq'), '%s', p.id, o.id, 'TEACHER', '2020-01-01', o.id, now()
                  from crm.person p, crm.organisation o where p.uuid = '%s' and o.code = '%s'
                """.formatted(uuid, person, organisation));
        return uuid;
    }

    private static String statement(String organisation, String person) throws SQLException {
        String uuid = UUID.randomUUID().toString();
        change("""
                insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, reason)
                select nextval('crm.entity_seq'), '%s', p.id, 'givenName', 'Proef', o.id, now(), 'proef'
                  from crm.person p, crm.organisation o where p.uuid = '%s' and o.code = '%s'
                """.formatted(uuid, person, organisation));
        return uuid;
    }

    /** A column of each kind, so that every kind of cell is looked at. */
    private static void columnsOfFea() throws SQLException {
        int position = 1;
        for (String kind : new String[] {"TEXT", "DATE", "CHOICE", "YES_NO"}) {
            change("""
                    insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, choices, position, created_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'PERSON', 'Kolom %2$d', '%1$s', '{een,twee}',
                           %2$d, now() from crm.organisation o where o.code = 'FEA'""".formatted(kind, position++));
        }
    }

    /** A column with a value, a task and a contact moment that are THOON's alone. */
    private static void whatThoonKeepsOf(String person) throws SQLException {
        change("""
                insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'PERSON', '%s', 'TEXT', now()
                  from crm.organisation o where o.code = 'THOON'""".formatted(CANARY));
        change("""
                insert into crm.own_value (field_id, subject_id, value, changed_at)
                select f.id, p.id, '%1$s', now() from crm.own_field f, crm.person p where f.name = '%1$s' and p.uuid = '%2$s'""".formatted(CANARY, person));
        change("""
                insert into crm.task (id, uuid, organisation_id, title, subject_kind, subject_uuid, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), o.id, '%s', 'PERSON', '%s', now()
                  from crm.organisation o where o.code = 'THOON'""".formatted(CANARY, person));
        change("""
                insert into crm.contact_moment (id, uuid, organisation_id, person_id, kind, happened_at, note, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), o.id, p.id, 'PHONE', now(), '%s', now()
                  from crm.organisation o, crm.person p where o.code = 'THOON' and p.uuid = '%s'""".formatted(CANARY, person));
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
    }

    private static String uuid(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getString(1);
        }
    }
}
