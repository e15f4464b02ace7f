package nl.kring.crm.registry.quality;

import java.util.Arrays;
import java.util.Optional;
import nl.kring.crm.registry.merging.OpenCollisions;

/** One work list: what is wrong with the persons or practices in it, as a condition in SQL, and what mends it. */
public enum QualityList {
    /** Whoever is in the BIG register by profession, without a number. */
    MISSING_BIG("big", """
            p.big is null and p.profession in
            ('GP', 'LOCUM_GP', 'GP_TRAINEE', 'NURSE_SPECIALIST', 'PHYSICIAN_ASSISTANT', 'PHARMACIST')"""),
    /** Whoever declares care under his or her own code, without one. */
    MISSING_AGB("agb", "p.agb is null and p.profession in ('GP', 'LOCUM_GP')"),
    /** A number that fails its check (and nobody said why it is right), or a postcode, phone or address that cannot be. */
    INVALID_VALUE(null, InvalidValue.ANY),
    /** Nobody can write to him or her. */
    NO_EMAIL("email", "p.email is null"),
    /** Two and more have the same address, and it is not marked as one of a practice. */
    SHARED_EMAIL("email", """
            p.email is not null and not p.email_shared
            and exists (select 1 from crm.person x where x.email = p.email and x.id <> p.id
                           and not x.email_shared and x.merged_into_id is null)"""),
    /** Nobody said for a year that everything is still right. */
    NOT_CONFIRMED(null, "coalesce(p.confirmed_at, p.created_at) < :yearAgo"),
    /** Works, as far as is known, where nobody works any more. */
    CLOSED_PRACTICE(null, """
            exists (select 1 from crm.affiliation a join crm.organisation c on c.id = a.organisation_id
                     where a.person_id = p.id and a.withdrawn_at is null
                       and (a.valid_from is null or a.valid_from <= :today) and (a.valid_to is null or a.valid_to >= :today)
                       and (c.valid_to < :today or c.merged_into_id is not null
                            or exists (select 1 from crm.organisation_fact f
                                        where f.subject_id = c.id and f.fact = 'STATUS' and f.value = 'CLOSED'
                                          and f.withdrawn_at is null and (f.valid_from is null or f.valid_from <= :today)
                                          and (f.valid_to is null or f.valid_to >= :today))))"""),
    /** After a merge something stands there twice that cannot be twice, until somebody decides. */
    OPEN_COLLISION(null, OpenCollisions.HAS_ONE),
    /** Two practices that are there now have one code, so one of them is double or wrong. */
    SAME_AGB(null, """
            o.agb is not null and exists (
              select 1 from crm.organisation x where x.agb = o.agb and x.id <> o.id and x.kind = 'PRACTICE'
                 and x.merged_into_id is null and (x.valid_from is null or x.valid_from <= :today)
                 and (x.valid_to is null or x.valid_to >= :today))""");

    private final String field;
    private final String condition;

    QualityList(String field, String condition) {
        this.field = field;
        this.condition = condition;
    }

    /** The list of that name; empty when there is none. */
    public static Optional<QualityList> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** True when its lines are practices instead of persons. */
    public boolean isOfOrganisations() {
        return this == SAME_AGB;
    }

    /** True when it waits for an organisation whether it knows the person or not. */
    boolean isOfEverybody() {
        return this == OPEN_COLLISION;
    }

    /** The field of a person that mends it; null when it is mended elsewhere on the card. */
    String field() {
        return field;
    }

    /** In terms of {@code p}, a person, or {@code o}, a practice; takes :today and :yearAgo. */
    String condition() {
        return condition;
    }
}
