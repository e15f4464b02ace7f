package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What an organisation keeps to itself reaches no screen, no export and no API answer of another organisation, and no log.
 * Every page, download and call is asked for by the staff of every organisation, for the one person and the one practice
 * on which the birds of all organisations sit.
 */
@WholeProduct
@Order(1_000_000)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanariesIT {

    private static final Pattern BIRD = Pattern.compile("kanariepiet-(\\w+)[\\w-]*");

    private static RightsWorld world;
    private static String person;
    private static String practice;

    /** What has an organisation in it and is told to all others all the same, and why. */
    private static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("absence", "who is away when is told to all; not why"),
            Map.entry("agenda_site", "which websites show its agenda stands in a header for everybody"),
            Map.entry("affiliation", "who works where is the shared register"),
            Map.entry("affiliation_change", "what changed together; days and numbers alone"),
            Map.entry("affiliation_change_step", "as its change"),
            Map.entry("audit_entry", "on no screen; uuids and counts alone"),
            Map.entry(
                    "accreditation_request_points",
                    "as accreditation; whose may be seen by whom is proved by RightsIT"),
            Map.entry(
                    "accreditation_announcement", "days and numbers; whose may be seen by whom is proved by RightsIT"),
            Map.entry("accreditation_meeting", "as accreditation_announcement"),
            Map.entry("institutional_accreditation", "who may accredit in-house is told to all that ask for it"),
            Map.entry("pe_contract", "numbers alone, shown to an administrator of its organisation"),
            Map.entry("credit_delivery", "whose may be seen by whom is proved by DeliveryChecksTest and RightsIT"),
            Map.entry("delivery_batch", "as credit_delivery"),
            Map.entry("delivery_row", "as credit_delivery"),
            Map.entry("certificate", "anybody with its code may verify it"),
            Map.entry("certificate_points", "as its certificate"),
            Map.entry(
                    "course_questionnaire",
                    "which questionnaire a course uses; whose it is is proved by QuestionnairesTest"),
            Map.entry("evaluation", "moments; whose may be seen by whom is proved by EvaluationsTest and RightsIT"),
            Map.entry("evaluation_answer", "as its evaluation; whose it is nobody knows, as AnonymityTest proves"),
            Map.entry("evaluation_count", "as its evaluation; numbers alone"),
            Map.entry("evaluation_invitation", "on no screen but the own"),
            Map.entry("evaluation_link", "on no screen; hashes alone"),
            Map.entry("evaluation_response", "as evaluation_answer"),
            Map.entry("evaluation_rule", "numbers; whose it is is proved by QuestionnairesTest"),
            Map.entry("evaluation_subject", "teachers and sessions, told to participants"),
            Map.entry("change_notice", "points to a statement; its text stands there"),
            Map.entry(
                    "colleague_absence",
                    "days and accounts; told to colleagues alone, as ColleagueAbsencesTest proves"),
            Map.entry("column_mapping", "how the columns of a register are called; nothing of what stands in them"),
            Map.entry("column_meaning", "as its mapping"),
            Map.entry("accreditation", "points of a course in the agenda of all; a number"),
            Map.entry("attendance", "who was there: yes or no"),
            Map.entry("attendance_scan", "as its attendance; that no other staff meets it is proved by CheckInTest"),
            Map.entry("presence_code", "shown to its participant alone, as CheckInTest and RightsIT prove"),
            Map.entry("wall_code", "hangs on a wall for whoever stands before it"),
            Map.entry("presence_rule", "numbers alone; read by staff of the organisation itself"),
            Map.entry("edition_closing", "moments and a reason; whose may be seen by whom is proved by ClosingTest"),
            Map.entry("signed_list", "whose may be seen by whom is proved by PresenceListTest and RightsIT"),
            Map.entry("join_alias", "whose may be used by whom is proved by JoinReportTest"),
            Map.entry("session_join", "as its attendance; proved by JoinReportTest"),
            Map.entry("course_audience", "professions, in words of our own"),
            Map.entry(
                    "course_co_organiser",
                    "who organises a course is told to all; of a draft by the rules of the draft"),
            Map.entry("course_for_organisation", "as course_audience"),
            Map.entry("course_role", "as course_audience"),
            Map.entry("course_theme", "themes of the region, in words of the platform"),
            Map.entry("course_template_audience", "as course_audience"),
            Map.entry("course_template_session", "as its template, which has a bird"),
            Map.entry("year_copy", "a year and a moment; whose may be seen by whom is proved by YearCopiesTest"),
            Map.entry("year_copy_edition", "on no screen; which edition came of which"),
            Map.entry("price_rule", "what a course costs whom; numbers and professions, told to who enrols"),
            Map.entry("member_seats", "numbers alone, told to who enrols"),
            Map.entry("edition_policy", "which policy holds, told to who enrols"),
            Map.entry("vat_setting", "whether courses are free of VAT, told to who enrols"),
            Map.entry("invoicing", "days and sums; whose may be seen by whom is proved by InvoiceLinesTest"),
            Map.entry("invoice_line", "as its invoicing"),
            Map.entry("price_correction", "amounts, and why; whose may be seen by whom is proved by InvoiceLinesTest"),
            Map.entry("seat_terms", "numbers and moments, no text"),
            Map.entry("seat_draw", "moments, and a secret that is told to all once it was used"),
            Map.entry("draw_line", "numbers alone, told to all"),
            Map.entry(
                    "edition_company",
                    "for whose staff an edition is; whose may be seen by whom is proved by InCompanyTest"),
            Map.entry(
                    "seat_reservation",
                    "numbers and moments; whose may be seen by whom is proved by TeamsTest and RightsIT"),
            Map.entry("seat_quota", "numbers and moments, no text"),
            Map.entry("enrolment_key", "on no screen; a number that a program chose for its own request"),
            Map.entry("handed_back", "on no screen; hashes alone"),
            Map.entry("import_merge", "on no screen; which merges a run did"),
            Map.entry("mapping_version", "as its mapping"),
            Map.entry("job", "on no screen; what it is about and how far it is"),
            Map.entry("match_audit", "rows drawn from all registers, judged right or wrong; no value of them"),
            Map.entry("match_audit_row", "as its audit"),
            Map.entry("credit_entry", "points; by person read by nobody but the professional, as CreditsTest proves"),
            Map.entry("past_import", "whose file it is who may see is proved by PastImportsTest and RightsIT"),
            Map.entry("past_row", "as its file"),
            Map.entry("past_person", "as its file"),
            Map.entry("past_reading", "as its file"),
            Map.entry("past_thing", "on no screen; what came of which row"),
            Map.entry(
                    "peer_review_group",
                    "told to who is in it and to its office alone, as PeerReviewTest and RightsIT prove"),
            Map.entry("peer_review_member", "as its group"),
            Map.entry("peer_review_meeting", "as its group"),
            Map.entry("peer_review_presence", "as its group"),
            Map.entry("peer_review_plan", "as its group"),
            Map.entry("peer_review_reminder", "on no screen; which group was reminded of which year"),
            Map.entry("register_membership", "days; read by nobody but the professional"),
            Map.entry("register_total", "as register_membership"),
            Map.entry("register_total_part", "as register_membership"),
            Map.entry("work_statement", "as register_membership"),
            Map.entry("merge_event", "who was found to be whom is the shared register, as is why"),
            Map.entry("merge_move", "on no screen; which rows went along"),
            Map.entry("merge_change", "on no screen; what was derived before"),
            Map.entry("merge_collision", "names two rows, which are shown by the rules of their own"),
            Map.entry("not_same", "who is not whom is the shared register, as is why"),
            Map.entry("not_same_record", "as its saying"),
            Map.entry("review_item", "levels and weights; values are shown by the rules of the card"),
            Map.entry("review_decision", "as its item"),
            Map.entry("review_later", "on no screen; until when an organisation put an item off"),
            Map.entry("review_sample", "as its items"),
            Map.entry("review_sample_item", "as its item"),
            Map.entry("membership", "who is a member of what is the shared register"),
            Map.entry("organisation", "organisations are the shared register"),
            Map.entry("organisation_fact", "as the organisation"),
            Map.entry("organisation_relation", "as the organisation"),
            Map.entry("organisation_statement", "as the organisation"),
            Map.entry("match_share", "how common values are, without whose they are; never shown"),
            Map.entry("practice_key", "by what rows of registers name a practice; numbers and folded names"),
            Map.entry("quality_count", "numbers alone"),
            Map.entry(
                    "resource", "rooms and teachers; whose may be seen by whom is proved by BookingsTest and RightsIT"),
            Map.entry("resource_absence", "as its resource; days alone"),
            Map.entry("resource_booking", "as its resource; a reason is shown to who booked alone"),
            Map.entry(
                    "teacher_invitation",
                    "as its booking; shown to the organiser's staff and to the holder of the link"),
            Map.entry(
                    "mail_opt_out",
                    "who wants no more of whom, without a word; that it counts for one alone is proved by CourseMailingsTest"),
            Map.entry("reminder_default", "a number of days; whose it is is proved by RemindersTest"),
            Map.entry("edition_reminder", "as reminder_default"),
            Map.entry(
                    "guest_request",
                    "shown to the holder of its link alone, and let go when it is confirmed; proved by GuestEnrolmentsTest"),
            Map.entry("guest_answer", "as its guest_request"),
            Map.entry("guest_number", "as its guest_request"),
            Map.entry("course_interest", "whose list it is who may see is proved by InterestsTest and RightsIT"),
            Map.entry("venue_booking", "as its venue, proved by VenueBookingsTest"),
            Map.entry("venue_diet", "as its venue; counts without names"),
            Map.entry("venue_event", "as its venue"),
            Map.entry("resource_hours", "as its resource"),
            Map.entry("role_grant", "who works for whom, in words of our own"),
            Map.entry("source_register", "which registers there are is told with every value"),
            Map.entry("succession", "as the organisation"));

    /** Where each organisation must meet its own: else a bird that nobody meets would prove nothing. */
    private static final List<String> AT_HOME = List.of(
            "/registry/view-person.xhtml own-value",
            "/registry/view-person.xhtml moment",
            "/registry/view-person.xhtml said-phone",
            "/registry/view-organisation.xhtml value-of-practice",
            "/registry/view-organisation.xhtml visit",
            "/registry/find-person.xhtml?columns own-value",
            "/registry/persons-file?columns own-value",
            "/registry/list-frozen.xhtml frozen",
            "/registry/view-frozen.xhtml frozen-cell",
            "/registry/frozen-file frozen-cell",
            "/workbench/my-list.xhtml choice",
            "/workbench/my-list.xhtml own-value",
            "/workbench/my-list-file own-value",
            "/workbench/manage-own-fields.xhtml field-of-practices",
            "/workbench/today.xhtml task",
            "/workbench/today.xhtml task-at-practice",
            "/workbench/today.xhtml about",
            "/agenda/edit-checklist.xhtml always",
            "/agenda/view-checklist.xhtml step",
            "/agenda/view-checklist.xhtml needless",
            "/communication/edit-reply-address.xhtml reply",
            "/attendance/edit-letterhead.xhtml letterhead",
            "/evaluation/list-questionnaires.xhtml questionnaire",
            "/evaluation/edit-questionnaire.xhtml question",
            "/governance/list-proposals.xhtml because",
            "/intake/list-imports.xhtml file",
            "/intake/view-import.xhtml refused",
            "/intake/refused-rows raw",
            "/security/manage-tokens.xhtml key",
            "/agenda/list-editions.xhtml draft",
            "/agenda/calendar.xhtml draft",
            "/agenda/calendar.xhtml session",
            "/agenda/view-edition.xhtml session",
            "/accreditation/view-accreditation.xhtml need",
            "/accreditation/view-accreditation.xhtml answered",
            "/accreditation/view-accreditation.xhtml document",
            "/agenda/edit-course.xhtml budget",
            "/agenda/edit-course.xhtml sponsor",
            "/agenda/edit-course.xhtml interests",
            "/agenda/list-templates.xhtml template",
            "/agenda/list-venues.xhtml venue",
            "/communication/sent-mail.xhtml subject",
            "/communication/bounced-mail.xhtml bounce",
            "/registry/view-person.xhtml to-person",
            "/communication/list-mail-texts.xhtml mail-text",
            "/communication/list-mailings.xhtml mailing");

    @BeforeAll
    static void letIn() throws SQLException {
        world = RightsWorld.made();
        person = world.filledIn("{person}", "shared");
        practice = world.filledIn("{organisation}", "shared");
        assertThat(Canaries.letIn(person, practice)).isEqualTo(Canaries.ORGANISATIONS.size() * Canaries.each());
    }

    @Test
    void no_organisation_meets_the_birds_of_another() throws SQLException {
        Set<String> paths = paths();
        Set<String> escaped = new ConcurrentSkipListSet<>();
        Set<String> heardAtHome = new ConcurrentSkipListSet<>();
        Crowd.each(Canaries.ORGANISATIONS, organisation -> {
            String account = organisation.toLowerCase(Locale.ROOT);
            Screens screens = Screens.signedIn(account + "@example.nl");
            Api api = Api.as(account + "-staff");
            for (String path : paths) {
                Matcher bird = BIRD.matcher(answer(screens, api, path));
                while (bird.find()) {
                    if (bird.group(1).equals(account)) {
                        heardAtHome.add(account + " " + path.replaceAll("\\?(?!columns).*|=.*|/[0-9a-f-]{36}", "") + " "
                                + bird.group().replaceFirst("kanariepiet-\\w+-?", ""));
                    } else {
                        escaped.add(bird.group() + " was seen by " + account + " on " + path);
                    }
                }
            }
        });
        assertThat(escaped).isEmpty();
        for (String organisation : Canaries.ORGANISATIONS) {
            String account = organisation.toLowerCase(Locale.ROOT);
            assertThat(heardAtHome)
                    .as("the birds are really there: each organisation sees its own")
                    .contains(
                            AT_HOME.stream().map(heard -> account + " " + heard).toArray(String[]::new));
        }
    }

    @Test
    void visitors_and_professionals_meet_none() throws SQLException {
        Set<String> escaped = new ConcurrentSkipListSet<>();
        Set<String> paths = paths();
        Map<Screens, Api> strangers =
                Map.of(Screens.anonymous(), Api.anonymous(), Screens.signedIn("huisarts@example.nl"), Api.as("gp"));
        Crowd.each(
                strangers.entrySet(),
                stranger -> paths.forEach(path -> {
                    if (BIRD.matcher(answer(stranger.getKey(), stranger.getValue(), path))
                            .find()) {
                        escaped.add(path);
                    }
                }));
        assertThat(escaped).isEmpty();
    }

    private static String answer(Screens screens, Api api, String path) {
        return path.startsWith("/api/")
                ? api.get(path.replaceFirst("^/api/v1", "")).text()
                : screens.opened(path);
    }

    @Test
    void every_table_of_an_organisation_has_a_bird_or_a_reason_to_be_shared() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        with recursive of_somebody (name) as (
                          select t.oid
                            from pg_class t join pg_attribute c on c.attrelid = t.oid
                           where t.relnamespace = 'crm'::regnamespace and t.relkind in ('r', 'p') and c.attnum > 0
                             and c.attname in ('organisation_id', 'said_by_id', 'steward_id', 'proposer_id', 'organiser_id')
                          union
                          select c.conrelid from pg_constraint c
                           where c.contype = 'f' and c.confrelid = 'crm.organisation'::regclass
                          union
                          select c.conrelid
                            from pg_constraint c join of_somebody o on c.confrelid = o.name
                           where c.contype = 'f')
                        select t.relname from of_somebody o join pg_class t on t.oid = o.name""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        Set<String> known = new TreeSet<>(SHARED.keySet());
        known.addAll(Canaries.tables());
        assertThat(tables).contains("own_field", "contact_moment", "statement").isSubsetOf(known);
        assertThat(Canaries.tables()).doesNotContainAnyElementsOf(SHARED.keySet());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void no_bird_is_in_the_log() throws IOException {
        String log = Files.readString(Surroundings.serverLog(), StandardCharsets.UTF_8);
        assertThat(log).hasSizeGreaterThan(1_000);
        assertThat(BIRD.matcher(log).results().map(found -> found.group()).distinct())
                .isEmpty();
    }

    @Test
    void a_search_for_a_bird_of_another_organisation_finds_nobody() {
        for (String organisation : Canaries.ORGANISATIONS) {
            String other = Canaries.of(organisation.equals("FEA") ? "THOON" : "FEA");
            for (String place :
                    List.of("-said-phone", "-said-mobile", "-said@example.nl", "-own-value", "-phone", "-email")) {
                assertThat(Api.as(organisation.toLowerCase(Locale.ROOT) + "-staff")
                                .get("/persons?q=" + other + place)
                                .object()
                                .getJsonArray("items"))
                        .as(organisation + " looks for " + other + place)
                        .isEmpty();
            }
        }
    }

    /**
     * Everything that can be asked for: about the person and the practice with the birds, and about each thing that is a
     * bird itself, by its own number.
     */
    private static Set<String> paths() throws SQLException {
        Map<String, List<String>> birds = Map.of(
                "run", uuids("select uuid from crm.import_run where file_name like 'kanariepiet-%'"),
                "questionnaire", uuids("select uuid from crm.questionnaire where name like 'kanariepiet-%'"),
                "frozen", uuids("select uuid from crm.frozen_list where name like 'kanariepiet-%'"),
                "edition",
                        uuids("select e.uuid from crm.edition e join crm.course c on c.id = e.course_id"
                                + " where c.title like 'kanariepiet-%'"));
        Set<String> paths = new LinkedHashSet<>();
        for (RightsTable.Row row : RightsTable.rows()) {
            String[] operation = row.operation().split(" ");
            if (!operation[0].equals("GET") && !operation[0].equals("VIEW")
                    || operation[1].equals("/enrolment/calendar.ics")) {
                continue;
            }
            String call = row.call().startsWith("?") ? row.call() : "";
            String asked = (RightsIT.named(operation[1]) + call)
                    .replace("{person}", person)
                    .replace("{organisation}", practice)
                    .replace("{heldEdition}", "{edition}");
            paths.add(world.filledIn(RightsIT.named(operation[1]) + call, row.relation()));
            paths.add(world.filledIn(asked, row.relation()));
            birds.forEach((kind, uuids) -> {
                if (asked.contains("{" + kind + "}")) {
                    uuids.forEach(
                            uuid -> paths.add(world.filledIn(asked.replace("{" + kind + "}", uuid), row.relation())));
                }
            });
        }
        paths.addAll(lists());
        return paths;
    }

    /** Lists and files, CSV and XLSX, asked for with the own columns of everybody, and for those who have a value in one. */
    private static List<String> lists() throws SQLException {
        List<String> fields = uuids("select uuid from crm.own_field where name like 'kanariepiet-%'");
        assertThat(fields).hasSize(3 * Canaries.ORGANISATIONS.size());
        String columns = "?columns=name,phone,email,own-" + String.join(",own-", fields);
        List<String> lists = new ArrayList<>();
        LocalDate then = LocalDate.now().plusDays(40);
        lists.add("/agenda/calendar.xhtml?view=list&date=" + then);
        lists.add("/agenda/year-planner.xhtml?year=" + then.getYear());
        for (String as : List.of("", "&as=csv", "&as=xlsx")) {
            for (String page : List.of("/registry/find-person.xhtml", "/registry/persons-file")) {
                lists.add(page + columns + as);
            }
            for (String list : List.of("/registry/organisations-file", "/workbench/my-list-file")) {
                lists.add(list + columns + as);
            }
        }
        for (String field : fields) {
            lists.add("/registry/persons-file" + columns + "&own=" + field);
            lists.add("/registry/persons-file" + columns + "&sort=own-" + field);
            lists.add("/registry/find-person.xhtml" + columns + "&own=" + field);
            lists.add("/workbench/my-list.xhtml?field=" + field + "&filled=yes");
        }
        return lists;
    }

    private static List<String> uuids(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            assertThat(found).as(sql).isNotEmpty();
            return found;
        }
    }
}
