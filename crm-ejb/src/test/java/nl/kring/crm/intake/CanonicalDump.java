package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.List;

/** All that imports bring about, without numbers of rows and moments, in an order that depends on the contents alone. */
final class CanonicalDump {

    /** A person by the rows that are his or hers. */
    private static final String WHO = """
            with who as (
              select p.id, coalesce((select string_agg(r.register_code || ':' || r.source_key, ',' order by 1) from
                                      (select register_code, source_key from crm.source_record where person_id = p.id
                                        order by 1, 2) r), 'hand') as rows
                from crm.person p),
            place as (select o.id, coalesce(o.code, o.name || ' ' || coalesce(o.agb, '') || ' ' || coalesce(o.postcode, '')) as name
                        from crm.organisation o)
            """;

    private static final List<String> PARTS = List.of(
            """
            select 'person', w.rows, p.merged_into_id is null, (to_jsonb(p) - '{id,uuid,created_at,version,merged_into_id,facets}'::text[])::text
              from crm.person p join who w on w.id = p.id""",
            """
            select 'row', w.rows, l.name, (to_jsonb(r) - '{id,uuid,register_id,organisation_id,person_id,run_id,workplace_id,delivered_at,missing_run_id,missing_since}'::text[])::text, r.missing_run_id is not null
              from crm.source_record r join who w on w.id = r.person_id left join place l on l.id = r.workplace_id""",
            "select 'place', l.name, o.kind, o.phone, o.email, o.street from crm.organisation o join place l on l.id = o.id",
            """
            select 'affiliation', w.rows, l.name, a.role, a.valid_from, a.valid_to, a.derived
              from crm.affiliation a join who w on w.id = a.person_id join place l on l.id = a.organisation_id
             where a.withdrawn_at is null""",
            """
            select 'membership', w.rows, l.name, m.kind, m.number, m.valid_from, m.valid_to, m.derived
              from crm.membership m join who w on w.id = m.person_id join place l on l.id = m.organisation_id
             where m.withdrawn_at is null""",
            """
            select 'review', least(a.rows, b.rows), greatest(a.rows, b.rows), i.score, i.one_register, i.evidence
              from crm.review_item i join who a on a.id = i.one_id join who b on b.id = i.other_id where i.state = 'OPEN'""",
            "select 'merge', count(*) from crm.merge_event where undone_at is null");

    private CanonicalDump() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        PARTS.forEach(part ->
                all.addAll(IntakeFixture.rows(WHO + part).stream().sorted().toList()));
        return all;
    }
}
