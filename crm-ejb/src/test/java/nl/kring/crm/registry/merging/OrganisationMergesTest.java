package nl.kring.crm.registry.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.Workplaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationMergesTest {

    private static MergeFixture region;
    private long a;
    private long b;
    private long owner;

    @BeforeAll
    static void open() throws Exception {
        region = new MergeFixture();
    }

    @AfterAll
    static void close() throws Exception {
        region.close();
    }

    /** Two practices that people described, and somebody who works at both. */
    @BeforeEach
    void two() {
        region.reset();
        region.as(MergeFixture.staffOf(MergeFixture.FEA));
        a = practice("Praktijk Zuid");
        b = practice("Praktijk Zuideinde");
        owner = region.person("Wolterink");
        region.works(owner, a, "PRACTICE_OWNER", "2020-01-01", null);
        region.works(owner, b, "PRACTICE_OWNER", "2021-01-01", null);
        region.works(owner, b, "GP_TRAINER", "2021-01-01", null);
        region.deriveAll();
    }

    private static long practice(String name) {
        long id = region.id();
        region.sql(
                "insert into crm.organisation (id, uuid, name, kind, created_at) values (?, gen_random_uuid(), '', 'PRACTICE', ?)",
                id,
                region.now());
        says(id, "name", name);
        return id;
    }

    private static void says(long organisation, String field, String value) {
        region.sql(
                "insert into crm.organisation_statement (id, uuid, subject_id, field, value, organisation_id, said_at)"
                        + " values (?, gen_random_uuid(), ?, ?, ?, 1, ?)",
                region.id(),
                organisation,
                field,
                value,
                region.now());
        region.doing(Workplaces.class, workplaces -> workplaces.derive(List.of(organisation)));
    }

    private static void patients(long organisation, String value) {
        region.sql(
                "insert into crm.organisation_fact (id, uuid, subject_id, fact, value, created_at) values (?, gen_random_uuid(), ?, 'PATIENTS', ?, ?)",
                region.id(),
                organisation,
                value,
                region.now());
    }

    private static void related(long from, long to) {
        region.sql(
                "insert into crm.organisation_relation (id, uuid, from_id, to_id, kind, created_at) values (?, gen_random_uuid(), ?, ?, 'PART_OF', ?)",
                region.id(),
                from,
                to,
                region.now());
    }

    private static UUID uuid(long organisation) {
        return UUID.fromString(region.text("select uuid from crm.organisation where id = " + organisation));
    }

    private static UUID merge(long survivor, long merged) {
        region.later();
        return region.with(
                OrganisationMerges.class,
                merges -> merges.merge(uuid(survivor), uuid(merged), MergeReason.byHand("dezelfde"), Map.of()));
    }

    private static UUID unmerge(UUID merge) {
        region.later();
        return region.with(OrganisationMerges.class, merges -> merges.unmerge(merge, "toch niet"));
    }

    @Test
    void everything_goes_along_and_comes_back_as_it_was() {
        patients(a, "2500");
        patients(b, "3000");
        long group = region.id();
        region.sql(
                "insert into crm.organisation (id, uuid, name, kind, created_at) values (?, gen_random_uuid(), 'Hagro', 'GP_GROUP', ?)",
                group,
                region.now());
        related(b, group);
        related(a, b);
        long row = region.row(owner, "SHT", MergeFixture.SERVICE, "Wolterink", "GP", b);
        region.sql(
                "insert into crm.contact_moment (id, uuid, organisation_id, subject_id, kind, happened_at, note, created_at)"
                        + " values (?, gen_random_uuid(), 1, ?, 'PHONE', ?, 'gebeld', ?)",
                region.id(),
                b,
                region.now(),
                region.now());
        region.deriveAll();
        region.doing(Workplaces.class, workplaces -> workplaces.derive(List.of(a, b)));
        region.deriveAll();
        List<String> before = region.dump();

        UUID merge = merge(a, b);

        assertThat(region.number("select merged_into_id from crm.organisation where id = " + b))
                .isEqualTo(a);
        assertThat(region.number("select workplace_id from crm.source_record where id = " + row))
                .isEqualTo(a);
        assertThat(region.texts("select role from crm.affiliation where organisation_id = " + a
                        + " and withdrawn_at is null order by role"))
                .as("who worked at both works there once")
                .containsExactly("GP_TRAINER", "PRACTICE_OWNER");
        assertThat(region.texts("select value from crm.organisation_fact where subject_id = " + a))
                .as("what the survivor says is kept")
                .containsExactly("2500");
        assertThat(region.texts(
                        "select from_id || ' ' || to_id from crm.organisation_relation where withdrawn_at is null"))
                .as("nothing stands between it and itself")
                .containsExactly(a + " " + group);
        assertThat(region.number("select subject_id from crm.contact_moment")).isEqualTo(a);
        assertThat(region.deriveAll()).as("what is shown is what follows").isZero();

        assertThat(unmerge(merge)).isEqualTo(uuid(b));
        assertThat(region.dump()).isEqualTo(before);
        assertThat(region.deriveAll()).isZero();
    }

    @Test
    void the_preview_tells_what_goes_along_and_what_both_have() {
        patients(a, "2500");
        patients(b, "3000");

        MergePreview preview = region.with(OrganisationMerges.class, merges -> merges.preview(uuid(b), uuid(a), null));

        assertThat(preview.survivor()).as("the older stays").isEqualTo(uuid(a));
        assertThat(preview.moved())
                .contains(new MergePreview.Count("AFFILIATION", 2), new MergePreview.Count("FACT", 1));
        assertThat(preview.collisions())
                .containsExactly(new MergePreview.Count("AFFILIATION", 1), new MergePreview.Count("FACT", 1));
        assertThat(preview.divided()).isFalse();
    }

    @Test
    void a_value_that_was_chosen_is_shown_and_goes_with_the_merge() {
        says(b, "phone", "+31740000001");
        UUID said = UUID.fromString(
                region.text("select uuid from crm.organisation_statement where field = 'name' and subject_id = " + b));
        region.later();
        UUID merge = region.with(
                OrganisationMerges.class,
                merges -> merges.merge(
                        uuid(a), uuid(b), MergeReason.byHand("dezelfde"), Map.of(OrganisationField.NAME, said)));

        assertThat(region.text("select name || ' ' || phone from crm.organisation where id = " + a))
                .isEqualTo("Praktijk Zuideinde +31740000001");
        unmerge(merge);
        assertThat(region.texts("select name || coalesce(phone, '') from crm.organisation where id in (" + a + "," + b
                        + ") order by id"))
                .containsExactly("Praktijk Zuid", "Praktijk Zuideinde+31740000001");
        assertThatThrownBy(() -> region.with(
                        OrganisationMerges.class,
                        merges -> merges.merge(
                                uuid(a),
                                uuid(b),
                                MergeReason.byHand("x").lifting("toch"),
                                Map.of(OrganisationField.NAME, UUID.randomUUID()))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_merge_of_merges_is_taken_back_in_any_order() {
        long c = practice("Praktijk Zuid-Oost");
        long ofC = region.works(owner, c, "CONTACT_PERSON", "2020-01-01", null);
        region.deriveAll();
        List<String> before = region.dump();
        UUID first = merge(b, c);
        UUID second = merge(a, b);
        assertThat(region.number("select crm.organisation_survivor(" + c + ")")).isEqualTo(a);

        unmerge(first);

        assertThat(region.number("select organisation_id from crm.affiliation where id = " + ofC))
                .isEqualTo(c);
        unmerge(second);
        assertThat(region.dump()).isEqualTo(before);
    }

    @Test
    void what_was_said_not_to_be_the_same_needs_a_reason_to_be_merged_after_all() {
        region.with(OrganisationMerges.class, merges -> merges.notTheSame(uuid(a), uuid(b), "twee praktijken"));

        assertThatThrownBy(() -> merge(b, a)).isInstanceOf(MergeRefused.NotTheSame.class);
        assertThat(region.with(OrganisationMerges.class, merges -> merges.preview(uuid(a), uuid(b), null))
                        .divided())
                .isTrue();
        UUID lifted = region.with(
                OrganisationMerges.class,
                merges -> merges.merge(uuid(a), uuid(b), MergeReason.byHand("x").lifting("nagevraagd"), Map.of()));
        unmerge(lifted);
        assertThatThrownBy(() -> merge(a, b)).isInstanceOf(MergeRefused.NotTheSame.class);
        List<MergeLine> story = region.with(OrganisationMerges.class, merges -> merges.of(uuid(a)));
        assertThat(story)
                .singleElement()
                .satisfies(line -> assertThat(line.undoneReason()).isEqualTo("toch niet"));
    }

    @Test
    void a_participant_is_nobody_else_and_a_practice_is_no_group() {
        long group = region.id();
        region.sql(
                "insert into crm.organisation (id, uuid, name, kind, created_at) values (?, gen_random_uuid(), 'Hagro', 'GP_GROUP', ?)",
                group,
                region.now());
        assertThatThrownBy(() -> merge(a, group)).isInstanceOf(MergeRefused.NotOfOneKind.class);
        assertThatThrownBy(() -> merge(MergeFixture.FEA, MergeFixture.THOON))
                .isInstanceOf(MergeRefused.NotOfOneKind.class);
        assertThatThrownBy(() -> merge(a, a)).isInstanceOf(MergeRefused.SameOrganisation.class);
        UUID merge = merge(a, b);
        unmerge(merge);
        assertThatThrownBy(() -> unmerge(merge)).isInstanceOf(MergeRefused.Undone.class);
        assertThatThrownBy(() -> unmerge(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> region.with(
                        OrganisationMerges.class,
                        merges -> merges.merge(
                                uuid(a), uuid(b), MergeReason.byHand(" ").lifting(" "), Map.of())))
                .isInstanceOf(InvalidInputException.class);
    }
}
