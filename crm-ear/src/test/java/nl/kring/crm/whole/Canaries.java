package nl.kring.crm.whole;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bird in every private place of every organisation, each with the name of its organisation and of its place. All of
 * them sing on one person and one practice, which everybody may look at.
 */
final class Canaries {

    static final List<String> ORGANISATIONS = List.of("FEA", "THOON", "CHPA", "SHT", "LHV", "WDH");

    private static final String REGISTER_ROW = """
            insert into crm.source_record (id, uuid, register_id, register_code, organisation_id, source_rank, source_key,
                   person_id, linked_how, run_id, row_number, raw, content_hash, private_fields, delivered_at,
                   birth_name, birth_prefix, partner_name, partner_prefix, initials, given_name, big, agb,
                   practice_name, practice_agb, street, house_number, house_suffix, postcode, place, phone, mobile, email)
            select nextval('crm.entity_seq'), gen_random_uuid(), -o.id, 'K' || o.code, o.id, 9, 'sleutel', p.id, 'MANUAL', 0, 1,
                   jsonb_build_object('kolom', '%1$s-raw'), '\\x00', %5$s, now(),
                   '%1$s-birth', '%1$s-prefix', '%1$s-partner', '%1$s-pprefix', '%1$s-initials', '%1$s-given', '%1$s-big',
                   '%1$s-agb', '%1$s-practice', '%1$s-pagb', '%1$s-street', '%1$s-nr', '%1$s-suffix', '%1$s-postcode',
                   '%1$s-place', '%1$s-phone', '%1$s-mobile', '%1$s-email'
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""";

    private static final String ALL_FIELDS = """
            array['birthName','partnerName','initials','givenName','big','agb','workplace','address','phone','mobile','email',
                  'practiceName','practiceAgb','street','houseNumber','houseSuffix','postcode','place']""";

    private static final List<String> OTHERS = List.of(
            """
            insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, qualifier, private)
            select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'phone', '%1$s-said-phone', o.id, now(), 'PRIVATE', true
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, qualifier, private)
            select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'email', '%1$s-said@example.nl', o.id, now(), 'PRIVATE', true
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, private)
            select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'mobile', '%1$s-said-mobile', o.id, now(), true
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            with field as (
              insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'PERSON', '%1$s-own-field', 'TEXT', now()
                from crm.organisation o where o.code = '%2$s' returning id)
            insert into crm.own_value (field_id, subject_id, value, changed_at)
            select f.id, p.id, '%1$s-own-value', now() from field f, crm.person p where p.uuid = '%3$s'""",
            """
            with field as (
              insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, choices, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'PERSON', '%1$s-choices', 'CHOICE',
                     array['%1$s-choice'], now()
                from crm.organisation o where o.code = '%2$s' returning id)
            insert into crm.own_value (field_id, subject_id, value, changed_at)
            select f.id, p.id, '%1$s-choice', now() from field f, crm.person p where p.uuid = '%3$s'""",
            """
            with field as (
              insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'ORGANISATION', '%1$s-field-of-practices', 'TEXT', now()
                from crm.organisation o where o.code = '%2$s' returning id)
            insert into crm.own_value (field_id, subject_id, value, changed_at)
            select f.id, s.id, '%1$s-value-of-practice', now() from field f, crm.organisation s where s.uuid = '%4$s'""",
            """
            with change as (
              insert into crm.own_change (id, uuid, organisation_id, changed_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, now()
                from crm.organisation o where o.code = '%2$s' returning id)
            insert into crm.own_change_value (change_id, field_id, subject_id, old_value, new_value)
            select c.id, f.id, p.id, '%1$s-old-value', '%1$s-new-value'
              from change c, crm.own_field f, crm.person p where f.name = '%1$s-own-field' and p.uuid = '%3$s'""",
            """
            insert into crm.contact_moment (id, uuid, organisation_id, subject_id, kind, happened_at, note, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, s.id, 'VISIT', now(), '%1$s-visit', now()
              from crm.organisation o, crm.organisation s where o.code = '%2$s' and s.uuid = '%4$s'""",
            """
            insert into crm.task (id, uuid, organisation_id, assignee_id, title, due_on, subject_kind, subject_uuid, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, g.account_id, '%1$s-task-at-practice', current_date,
                   'ORGANISATION', '%4$s', now()
              from crm.organisation o join crm.role_grant g on g.organisation_id = o.id and g.role = 'STAFF'
             where o.code = '%2$s' order by g.id limit 1""",
            """
            insert into crm.api_token (id, uuid, account_id, organisation_id, name, hash, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), g.account_id, o.id, '%1$s-key', decode(md5('%1$s'), 'hex'), now()
              from crm.organisation o join crm.role_grant g on g.organisation_id = o.id and g.role = 'STAFF'
             where o.code = '%2$s' order by g.id limit 1""",
            """
            insert into crm.change_proposal (id, uuid, kind, person_id, field, value, reason, proposer_id, steward_id, state,
                                             created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), 'IDENTIFIER', p.id, 'kvk', '%1$s-proposed', '%1$s-because',
                   o.id, o.id, 'OPEN', now()
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            with claim as (
              insert into crm.credit_claim (id, uuid, person_id, organisation_id, scheme_code, category, points, earned_on, title,
                                            state, answer, declared_at, decided_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), p.id, o.id, 'RGS-HA', 'ACCREDITED', 1, date '2026-01-01',
                     '%1$s-claim', 'OPEN', '%1$s-answer', now(), null
                from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s' returning id)
            insert into crm.credit_evidence (claim_id, file_name, media_type, content)
            select id, '%1$s-evidence', 'application/pdf', convert_to('%1$s-content', 'UTF8') from claim""",
            """
            insert into crm.contact_moment (id, uuid, organisation_id, person_id, kind, happened_at, note, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, p.id, 'PHONE', now(), '%1$s-moment', now()
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            insert into crm.task (id, uuid, organisation_id, assignee_id, title, due_on, subject_kind, subject_uuid, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, g.account_id, '%1$s-task', current_date, 'PERSON', '%3$s',
                   now()
              from crm.organisation o join crm.role_grant g on g.organisation_id = o.id and g.role = 'STAFF'
             where o.code = '%2$s' order by g.id limit 1""",
            """
            insert into crm.saved_view (id, uuid, account_id, organisation_id, page, name, query, shared, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), g.account_id, o.id, '/registry/find-person.xhtml',
                   '%1$s-view', 'q=%1$s', true, now()
              from crm.organisation o join crm.role_grant g on g.organisation_id = o.id and g.role = 'STAFF', crm.person p
             where o.code = '%2$s' and p.uuid = '%3$s' order by g.id limit 1""",
            """
            with list as (
              insert into crm.frozen_list (id, uuid, organisation_id, name, page, query, columns, headers, reference_date,
                                           line_count, frozen_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, '%1$s-frozen', '/registry/find-person.xhtml', '',
                     'name', array['name'], date '2026-01-01', 1, now()
                from crm.organisation o where o.code = '%2$s' returning id)
            insert into crm.frozen_line (list_id, position, subject_uuid, cells)
            select l.id, 1, p.uuid, array['%1$s-frozen-cell'] from list l, crm.person p where p.uuid = '%3$s'""",
            """
            with run as (
              insert into crm.import_run (id, uuid, register_id, organisation_id, mode, state, file_name, file_hash, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), (select min(id) from crm.source_register), o.id, 'AUTO',
                     'DONE', '%1$s-file.csv', '\\x00', now()
                from crm.organisation o where o.code = '%2$s' returning id),
            file as (
              insert into crm.import_file (run_id, content) select id, convert_to('%1$s-contents', 'UTF8') from run),
            effect as (
              insert into crm.import_effect (run_id, kind, row_number, source_key, name, details)
              select id, 'CHANGED', 1, '%1$s-row', '%1$s-effect', array['naam', '%1$s-before', '%1$s-after'] from run),
            history as (
              insert into crm.source_record_history (record_id, register_id, organisation_id, run_id, was)
              select 0, 0, o.id, run.id, jsonb_build_object('birth_name', '%1$s-history')
                from run, crm.organisation o where o.code = '%2$s')
            insert into crm.import_problem (id, run_id, row_number, source_key, column_name, value, code, refused, raw)
            select nextval('crm.entity_seq'), id, 1, '%1$s-row', 'naam', '%1$s-refused', 'row-no-surname', true,
                   jsonb_build_object('naam', '%1$s-raw') from run""",
            """
            with course as (
              insert into crm.course (id, uuid, organiser_id, title, summary, kind, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, '%1$s-draft', '%1$s-summary', 'TRAINING', now()
                from crm.organisation o where o.code = '%2$s' returning id),
            edition as (
              insert into crm.edition (id, uuid, course_id, state, location, place, starts_at, ends_at, created_at, search_text)
              select nextval('crm.entity_seq'), gen_random_uuid(), id, 'CONCEPT', '%1$s-location', '%1$s-town',
                     now() + interval '40 days', now() + interval '41 days', now(), ' %1$s draft '
                from course returning id),
            seats as (insert into crm.seat_count (edition_id, capacity) select id, 5 from edition)
            insert into crm.session (id, uuid, edition_id, position, title, starts_at, ends_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), id, 1, '%1$s-session', now() + interval '40 days',
                   now() + interval '41 days'
              from edition""",
            """
            with profile as (
              insert into crm.course_profile (id, uuid, course_id, objectives)
              select nextval('crm.entity_seq'), gen_random_uuid(), c.id, '%1$s-objectives'
                from crm.course c where c.title = '%1$s-draft' returning id),
            speaker as (
              insert into crm.course_speaker (id, uuid, profile_id, position, name, disclosed_on, interests, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), id, 1, '%1$s-speaker', current_date, '%1$s-interests', now()
                from profile),
            sponsor as (
              insert into crm.course_sponsor (id, uuid, profile_id, position, name, independent)
              select nextval('crm.entity_seq'), gen_random_uuid(), id, 1, '%1$s-sponsor', false from profile)
            insert into crm.course_budget_line (id, uuid, profile_id, position, income, label, planned_cents)
            select nextval('crm.entity_seq'), gen_random_uuid(), id, 1, true, '%1$s-budget', 100 from profile""",
            """
            with profile as (
              insert into crm.course_profile (id, uuid, objectives)
              values (nextval('crm.entity_seq'), gen_random_uuid(), '%1$s-kept-objectives') returning id)
            insert into crm.course_template (id, uuid, organisation_id, profile_id, name, title, kind, capacity, price_cents,
                                             waiting_list, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, p.id, '%1$s-template', '%1$s-kept', 'TRAINING', 5, 0, true,
                   now()
              from profile p, crm.organisation o where o.code = '%2$s'""",
            """
            with policy as (
              insert into crm.cancellation_policy (id, uuid, organisation_id, name, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, '%1$s-policy', now()
                from crm.organisation o where o.code = '%2$s' returning id)
            insert into crm.policy_version (id, uuid, policy_id, cooling_off_days, from_days, percents, minimums, fixeds,
                                            no_show_cents, free_meeting_days, free_meeting_cents, webinars_free, substitute_free,
                                            made_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), id, 0, '{0}', '{100}', '{0}', '{0}', 0, 0, 0, false, true, now()
              from policy""",
            """
            insert into crm.voucher (id, uuid, organisation_id, code, percent, uses, made_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, '%1$s-voucher', 10, 1, now()
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            with edition as (
              select e.id, e.course_id from crm.edition e join crm.course c on c.id = e.course_id where c.title = '%1$s-draft'),
            question as (
              insert into crm.course_question (id, uuid, course_id, position, kind, text, required)
              select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 1, 'TEXT', '%1$s-question', false
                from edition returning id),
            enrolment as (
              insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at, payer_kind,
                                         payer_reference, note)
              select nextval('crm.entity_seq'), gen_random_uuid(), e.id, p.id, 'REQUESTED', 0, now(), 'BUDGET',
                     '%1$s-reference', '%1$s-remark'
                from edition e, crm.person p where p.uuid = '%3$s' returning id),
            event as (
              insert into crm.enrolment_event (enrolment_id, at, what, reason)
              select id, now(), 'REQUESTED', '%1$s-because' from enrolment)
            insert into crm.enrolment_answer (enrolment_id, question_id, answer)
            select e.id, q.id, '%1$s-answer' from enrolment e, question q""",
            """
            with course as (select c.id from crm.course c where c.title = '%1$s-draft'),
            dossier as (
              insert into crm.accreditation_dossier (course_id, need) select id, '%1$s-need' from course),
            request as (
              insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, lead_days, attendance_days,
                                                     requested_on, decided_on, note, answer, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), id, 'RGS-HA', 'REJECTED', 'WHOLE', 1, 1, current_date,
                     current_date, '%1$s-noted', '%1$s-answered', now() from course returning id)
            insert into crm.accreditation_document (uuid, request_id, file_name, media_type, content, added_at)
            select gen_random_uuid(), id, '%1$s-document', 'application/pdf', convert_to('%1$s-content', 'UTF8'), now() from request""",
            """
            insert into crm.pe_account (organisation_id, user_number, error_mail, changed_at)
            select o.id, '%1$s-user', '%1$s-errors@example.nl', now() from crm.organisation o where o.code = '%2$s'
                on conflict (organisation_id) do update set user_number = excluded.user_number""",
            """
            insert into crm.venue (id, uuid, organisation_id, name, contact, notes, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, '%1$s-venue', '%1$s-contact', '%1$s-notes', now()
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            with list as (
              insert into crm.questionnaire (organisation_id, name, created_at)
              select o.id, '%1$s-questionnaire', now() from crm.organisation o where o.code = '%2$s' returning id),
            version as (
              insert into crm.questionnaire_version (questionnaire_id, number, made_at) select id, 1, now() from list returning id)
            insert into crm.question (version_id, position, kind, scope, required, text_nl)
            select id, 1, 'TEXT', 'COURSE', false, '%1$s-question' from version""",
            """
            insert into crm.letterhead (organisation_id, address_line, changed_at)
            select o.id, '%1$s-letterhead', now() from crm.organisation o where o.code = '%2$s'
                on conflict (organisation_id) do update set address_line = excluded.address_line""",
            """
            insert into crm.reply_address (organisation_id, address, changed_at)
            select o.id, '%1$s-reply@example.nl', now() from crm.organisation o where o.code = '%2$s'
                on conflict (organisation_id) do update set address = excluded.address""",
            """
            with template as (
              insert into crm.checklist_template (id, uuid, organisation_id, course_id, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), c.organiser_id, c.id, now()
                from crm.course c where c.title = '%1$s-draft' returning id)
            insert into crm.checklist_template_step (id, uuid, template_id, position, title, action, moment, days)
            select nextval('crm.entity_seq'), gen_random_uuid(), id, 1, '%1$s-always', 'NONE', 'DAYS_BEFORE', 1 from template""",
            """
            with edition as (
              select e.id, e.uuid, c.organiser_id from crm.edition e join crm.course c on c.id = e.course_id
               where c.title = '%1$s-draft'),
            task as (
              insert into crm.task (id, uuid, organisation_id, assignee_id, title, due_on, subject_kind, subject_uuid, about,
                                    action, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), e.organiser_id, g.account_id, '%1$s-step', current_date,
                     'EDITION', e.uuid, '%1$s-about', 'NONE', now()
                from edition e join crm.role_grant g on g.organisation_id = e.organiser_id and g.role = 'STAFF'
               order by g.id limit 1 returning id)
            insert into crm.checklist_step (task_id, edition_id, position, moment, days)
            select t.id, e.id, 1, 'DAYS_BEFORE', 1 from task t, edition e""",
            """
            with edition as (
              select e.id, e.uuid, c.organiser_id from crm.edition e join crm.course c on c.id = e.course_id
               where c.title = '%1$s-draft'),
            task as (
              insert into crm.task (id, uuid, organisation_id, title, due_on, subject_kind, subject_uuid, action, created_at,
                                    done_at, outcome, reason)
              select nextval('crm.entity_seq'), gen_random_uuid(), e.organiser_id, '%1$s-skipped', current_date,
                     'EDITION', e.uuid, 'NONE', now(), now(), 'NOT_NEEDED', '%1$s-needless'
                from edition e returning id)
            insert into crm.checklist_step (task_id, edition_id, position, moment, days)
            select t.id, e.id, 2, 'DAYS_BEFORE', 1 from task t, edition e""",
            """
            insert into crm.message (id, uuid, organisation_id, kind, recipient, subject, body, message_id, state, next_attempt_at, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'NOTE', '%1$s@example.nl', '%1$s-subject', '%1$s-body',
                   '%1$s', 'SHOWN', now(), now()
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            insert into crm.message (id, uuid, organisation_id, person_id, kind, recipient, subject, body, message_id, state,
                   next_attempt_at, created_at, bounce, bounced_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, p.id, 'NOTE', '%1$s-to@example.nl', '%1$s-to-person', '%1$s-body',
                   '%1$s-to', 'REFUSED', now(), now(), '%1$s-bounce', now()
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            insert into crm.mail_template (id, uuid, organisation_id, kind, language, subject, body, written_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'course-opens', 'en', '%1$s-mail-text', '%1$s-body', now()
              from crm.organisation o, crm.person p where o.code = '%2$s' and p.uuid = '%3$s'""",
            """
            with mailing as (
              insert into crm.mailing (id, uuid, organisation_id, purpose, about, subject, body, queued_at, finished_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'SELECTION', '%1$s-mailing', '%1$s-subject', '%1$s-body',
                     now(), now()
                from crm.organisation o where o.code = '%2$s' returning id)
            insert into crm.mailing_recipient (mailing_id, person_id, name, address, outcome)
            select m.id, p.id, '%1$s-recipient', '%1$s-recipient@example.nl', 'OPTED_OUT'
              from mailing m, crm.person p where p.uuid = '%3$s'""");

    private static final Pattern INTO = Pattern.compile("insert into crm\\.(\\w+)");

    private Canaries() {}

    /** How the birds of an organisation begin; no other text of the product does. */
    static String of(String organisation) {
        return "kanariepiet-" + organisation.toLowerCase(Locale.ROOT);
    }

    /** How many of them an organisation has. */
    static int each() {
        return birds().size();
    }

    /** Lets them in, on that person and that practice. Answers how many rows they sit in. */
    static int letIn(String person, String practice) throws SQLException {
        int rows = 0;
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String organisation : ORGANISATIONS) {
                for (String each : birds()) {
                    String sql = each.formatted(of(organisation), organisation, person, practice, ALL_FIELDS);
                    int written = statement.executeUpdate(sql);
                    if (written != 1) {
                        throw new IllegalStateException(written + " rows: " + sql);
                    }
                    rows += written;
                }
            }
        }
        return rows;
    }

    /** The tables in which they sit. */
    static Set<String> tables() {
        return birds().stream()
                .flatMap(sql -> INTO.matcher(sql).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> birds() {
        return Stream.concat(Stream.of(REGISTER_ROW), OTHERS.stream()).toList();
    }
}
