package nl.kring.crm.whole;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

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
                   jsonb_build_object('kolom', '%1$s-raw'), '\\x00', %2$s, now(),
                   '%1$s-birth', '%1$s-prefix', '%1$s-partner', '%1$s-pprefix', '%1$s-initials', '%1$s-given', '%1$s-big',
                   '%1$s-agb', '%1$s-practice', '%1$s-pagb', '%1$s-street', '%1$s-nr', '%1$s-suffix', '%1$s-postcode',
                   '%1$s-place', '%1$s-phone', '%1$s-mobile', '%1$s-email'
              from crm.organisation o, crm.person p where o.code = ? and p.uuid = ?""";

    private static final String ALL_FIELDS = """
            array['birthName','partnerName','initials','givenName','big','agb','workplace','address','phone','mobile','email',
                  'practiceName','practiceAgb','street','houseNumber','houseSuffix','postcode','place']""";

    private static final List<String> OTHERS = List.of("""
            insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, qualifier, private)
            select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'phone', '%1$s-said-phone', o.id, now(), 'PRIVATE', true
              from crm.organisation o, crm.person p where o.code = ? and p.uuid = ?""", """
            insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, qualifier, private)
            select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'email', '%1$s-said@example.nl', o.id, now(), 'PRIVATE', true
              from crm.organisation o, crm.person p where o.code = ? and p.uuid = ?""", """
            insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, private)
            select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'mobile', '%1$s-said-mobile', o.id, now(), true
              from crm.organisation o, crm.person p where o.code = ? and p.uuid = ?""", """
            with field as (
              insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, choices, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'PERSON', '%1$s-own-field', 'CHOICE',
                     array['%1$s-choice'], now()
                from crm.organisation o where o.code = ? returning id)
            insert into crm.own_value (field_id, subject_id, value, changed_at)
            select f.id, p.id, '%1$s-own-value', now() from field f, crm.person p where p.uuid = ?""", """
            insert into crm.contact_moment (id, uuid, organisation_id, person_id, kind, happened_at, note, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, p.id, 'PHONE', now(), '%1$s-moment', now()
              from crm.organisation o, crm.person p where o.code = ? and p.uuid = ?""", """
            insert into crm.task (id, uuid, organisation_id, title, due_on, subject_kind, subject_uuid, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, '%1$s-task', current_date, 'PERSON', p.uuid, now()
              from crm.organisation o, crm.person p where o.code = ? and p.uuid = ?""", """
            insert into crm.saved_view (id, uuid, account_id, organisation_id, page, name, query, shared, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), g.account_id, o.id, '/registry/find-person.xhtml',
                   '%1$s-view', 'q=%1$s', true, now()
              from crm.organisation o join crm.role_grant g on g.organisation_id = o.id and g.role = 'STAFF', crm.person p
             where o.code = ? and p.uuid = ? order by g.id limit 1""", """
            with list as (
              insert into crm.frozen_list (id, uuid, organisation_id, name, page, query, columns, headers, reference_date,
                                           line_count, frozen_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, '%1$s-frozen', '/registry/find-person.xhtml', '',
                     'name', array['name'], date '2026-01-01', 1, now()
                from crm.organisation o where o.code = ? returning id)
            insert into crm.frozen_line (list_id, position, subject_uuid, cells)
            select l.id, 1, p.uuid, array['%1$s-frozen-cell'] from list l, crm.person p where p.uuid = ?""", """
            insert into crm.import_run (id, uuid, register_id, organisation_id, mode, state, file_name, file_hash, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), (select min(id) from crm.source_register), o.id, 'AUTO',
                   'DONE', '%1$s-file.csv', '\\x00', now()
              from crm.organisation o, crm.person p where o.code = ? and p.uuid = ?""", """
            insert into crm.message (id, uuid, organisation_id, kind, recipient, subject, body, message_id, state, next_attempt_at, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'NOTE', '%1$s@example.nl', '%1$s-subject', '%1$s-body',
                   '%1$s', 'SHOWN', now(), now()
              from crm.organisation o, crm.person p where o.code = ? and p.uuid = ?""");

    private Canaries() {}

    /** How the birds of an organisation begin; no other text of the product does. */
    static String of(String organisation) {
        return "kanariepiet-" + organisation.toLowerCase(Locale.ROOT);
    }

    /** Lets them in, on that person. Answers how many rows they sit in. */
    static int letIn(String person) throws SQLException {
        int rows = 0;
        try (Connection connection = Surroundings.database().asSuperuser()) {
            for (String organisation : ORGANISATIONS) {
                rows += write(connection, REGISTER_ROW.formatted(of(organisation), ALL_FIELDS), organisation, person);
                for (String each : OTHERS) {
                    rows += write(connection, each.formatted(of(organisation)), organisation, person);
                }
            }
        }
        return rows;
    }

    private static int write(Connection connection, String sql, String organisation, String person)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, organisation);
            insert.setObject(2, UUID.fromString(person));
            int written = insert.executeUpdate();
            if (written != 1) {
                throw new IllegalStateException(written + " rows of " + organisation + ": " + sql);
            }
            return written;
        }
    }
}
