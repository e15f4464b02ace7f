package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;
import static nl.kring.crm.intake.IntakeFixture.TODAY;
import static nl.kring.crm.intake.IntakeFixture.bringIn;
import static nl.kring.crm.intake.IntakeFixture.demo;
import static nl.kring.crm.intake.IntakeFixture.inTransaction;
import static nl.kring.crm.intake.IntakeFixture.rows;
import static nl.kring.crm.intake.IntakeFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kring.crm.registry.organisation.Workplaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PracticesOfRegistersTest {

    private static final String HEADER = "nr;naam;agb;praktijk;straat;huisnr;postcode;plaats;telefoon";

    @BeforeEach
    void reset() throws Exception {
        IntakeFixture.reset();
        register("OPEN", "FEA", false);
        register("STIL", "LHV", true);
    }

    @Test
    void an_equal_agb_code_is_the_same_practice_whatever_it_is_called() {
        practices(
                "OPEN",
                "1;Bakker;01234567;Praktijk De Hoek;;;7607 AB;Almelo;",
                "2;Visser;01234567;Huisartsen Markt;;;;;");
        assertThat(practicesOf("1", "2")).hasSize(1);
    }

    @Test
    void an_equal_name_and_postcode_is_the_same_practice_however_it_is_spelled() {
        practices(
                "OPEN", "1;Bakker;;Praktijk Van Dijk;;;7607 AB;Almelo;", "2;Visser;;PRAKTIJK van Dyk;;;7607ab;Almelo;");
        assertThat(practicesOf("1", "2")).hasSize(1);
    }

    @Test
    void an_equal_name_in_another_street_is_another_practice() {
        practices(
                "OPEN",
                "1;Bakker;;Huisartsen Almelo;;;7607 AB;Almelo;",
                "2;Visser;;Huisartsen Almelo;;;7608 AB;Almelo;");
        assertThat(practicesOf("1", "2")).hasSize(2);
    }

    @Test
    void two_agb_codes_are_two_practices_even_under_one_name_and_roof() {
        practices("OPEN", "1;Bakker;01234567;De Hoek;;;7607 AB;Almelo;", "2;Visser;07654321;De Hoek;;;7607 AB;Almelo;");
        assertThat(practicesOf("1", "2")).hasSize(2);
    }

    @Test
    void a_name_alone_is_enough_when_one_practice_has_it_and_too_little_when_two_have() {
        practices(
                "OPEN",
                "1;Bakker;;De Hoek;;;7607 AB;Almelo;",
                "2;Visser;;Markt;;;7607 AB;Almelo;",
                "3;Smit;;Markt;;;7608 AB;Almelo;");
        practices(
                "STIL",
                "4;Jansen;;De Hoek;Thuis;1;7500 AA;Enschede;",
                "5;Mulder;;Markt;;;;;",
                "6;Dekker;;Nergens;;;;;");
        assertThat(practicesOf("1", "4")).hasSize(1);
        assertThat(practicesOf("5", "6")).containsExactly("null");
    }

    @Test
    void a_slip_in_the_name_or_one_digit_of_the_postcode_is_still_the_same_practice() {
        practices(
                "OPEN",
                "1;Bakker;;Praktijk Kastanjelaan;;;7607 AB;Almelo;",
                "2;Visser;;Praktijk Kastanjlaan;;;7607 AB;Almelo;",
                "3;Smit;;Praktijk Kastanjelaan;;;7677 AB;Almelo;",
                "4;Jansen;;Praktijk Kastanjelaan;;;7607 AB;Almelo;",
                "5;Mulder;;Praktijk Kastanjelaan;;;7607 AB;Almelo;");
        assertThat(practicesOf("1", "2", "3", "4", "5")).hasSize(1);
    }

    @Test
    void what_kind_of_practice_it_calls_itself_says_little_and_a_number_in_its_name_much() {
        practices(
                "OPEN",
                "1;Bakker;;HAP Kastanjelaan;;;7607 AB;Almelo;",
                "2;Visser;;Huisartsenpraktijk Kastanjelaan;;;7607 AB;Almelo;",
                "3;Smit;;Kliniek 1;;;7608 AB;Almelo;",
                "4;Jansen;;Kliniek 2;;;7608 AB;Almelo;");
        assertThat(practicesOf("1", "2")).hasSize(1);
        assertThat(practicesOf("3", "4")).hasSize(2);
    }

    @Test
    void the_code_of_another_practice_under_everything_else_of_this_one_is_pasted() {
        practices(
                "OPEN",
                "1;Bakker;01234567;De Hoek;Marktstraat;3;7607 AB;Almelo;0546123456",
                "2;Visser;01234567;De Hoek;Marktstraat;3;7607 AB;Almelo;0546123456",
                "3;Smit;07654321;Van Dijk;Kerkstraat;9;7511 AB;Enschede;0531234567",
                "4;Jansen;01234567;Van Dijk;Kerkstraat;9;7511 AB;Enschede;0531234567");
        assertThat(practicesOf("3", "4")).hasSize(1);
        assertThat(practicesOf("1", "2")).hasSize(1);
        assertThat(practicesOf("1", "3")).hasSize(2);
    }

    @Test
    void what_fits_two_practices_equally_well_waits() {
        practices(
                "OPEN",
                "1;Bakker;01234567;De Hoek;;;7607 AB;Almelo;",
                "2;Visser;07654321;De Hoek;;;7607 AB;Almelo;",
                "3;Smit;;De Hoek;;;7607 AB;Almelo;");
        assertThat(practicesOf("3")).containsExactly("null");
    }

    @Test
    void of_several_practices_of_one_name_the_one_whose_telephone_somebody_keeps_is_meant_and_no_home_becomes_one() {
        practices(
                "OPEN",
                "1;Bakker;;Huisartsen Almelo;;;7607 AB;Almelo;0546123456",
                "2;Visser;;Huisartsen Almelo;;;7608 XZ;Almelo;0546654321");
        practices(
                "STIL",
                "3;Smit;;Huisartsen Almelo;Thuis;1;7500 AA;Enschede;0546654321",
                "4;Jansen;;Huisartsen Almelo;Thuis;2;7500 AB;Enschede;");
        assertThat(practicesOf("2", "3")).hasSize(1);
        assertThat(practicesOf("4")).containsExactly("null");
        assertThat(rows("select count(*) from crm.organisation where kind = 'PRACTICE'"))
                .containsExactly("2");
    }

    @Test
    void affiliations_never_point_at_a_duplicate_practice() {
        practices("OPEN", "1;Bakker;;De Hoek;;;7607 AB;Almelo;", "2;Visser;01234567;Markt;;;;;");
        assertThat(practicesOf("1", "2")).hasSize(2);

        practices(
                "OPEN",
                "1;Bakker;;De Hoek;;;7607 AB;Almelo;",
                "2;Visser;01234567;Markt;;;;;",
                "3;Smit;01234567;De Hoek;;;7607 AB;Almelo;");

        assertThat(practicesOf("1", "2", "3")).hasSize(1);
        assertThat(rows("""
                select count(*), count(distinct a.organisation_id), count(o.merged_into_id)
                  from crm.affiliation a join crm.organisation o on o.id = a.organisation_id and o.kind = 'PRACTICE'
                 where a.withdrawn_at is null and a.valid_to is null""")).containsExactly("3|1|0");
        assertThat(rows("select count(*) from crm.affiliation where valid_to is not null"))
                .containsExactly("0");
        assertThat(rows("select count(*) from crm.organisation where kind = 'PRACTICE' and merged_into_id is not null"))
                .containsExactly("1");
    }

    @Test
    void a_private_address_or_phone_never_becomes_the_practices() {
        practices("STIL", "4;Jansen;01234567;De Hoek;Thuis;1;7500 AA;Enschede;0531234567");
        assertThat(
                        rows(
                                "select name, agb, street, postcode, place, phone from crm.organisation where kind = 'PRACTICE'"))
                .containsExactly("De Hoek|01234567|null|null|null|null");
        assertThat(rows("select search_text from crm.organisation where kind = 'PRACTICE'"))
                .noneMatch(words -> words.contains("enschede"));
    }

    @Test
    void a_practice_shows_the_most_trusted_register_and_the_parts_of_one_address_stay_together() {
        practices(
                "OPEN",
                "1;Bakker;01234567;De Hoek;Marktstraat;3;7607 AB;Almelo;0546123456",
                "2;Visser;01234567;Hoek;;;7608 AB;;");
        assertThat(
                        rows(
                                "select name, street, house_number, postcode, place, municipality, phone from crm.organisation where kind = 'PRACTICE'"))
                .containsExactly("De Hoek|Marktstraat|3|7607 AB|Almelo|Almelo|+31546123456");
    }

    @Test
    void linking_and_deriving_again_changes_nothing() {
        for (String[] register : List.of(
                new String[] {"FEA", "FEA_ledenlijst.xlsx"},
                new String[] {"THOON", "THOON_relaties.csv"},
                new String[] {"LHV", "LHV_kring_Twente.csv"})) {
            bringIn(register[0], demo(register[1]), ImportMode.AUTO);
        }
        List<String> before = everything();
        Set<Long> changed = inTransaction(em -> wired(new Workplaces(), em, TODAY)
                .link(em.createQuery("select p.id from Person p", Long.class).getResultList()));
        assertThat(changed).isEmpty();
        assertThat(everything()).isEqualTo(before);
        assertThat(before).hasSizeGreaterThan(200);
        assertThat(
                        rows(
                                "select count(*) from crm.source_record where register_code = 'THOON' and practice_name is not null and postcode is not null and workplace_id is null"))
                .containsExactly("0");
    }

    private static List<String> everything() {
        List<String> all = new ArrayList<>(rows("select * from crm.organisation order by id"));
        all.addAll(rows("select id, workplace_id from crm.source_record order by id"));
        all.addAll(rows("select * from crm.practice_key order by organisation_id, kind, key"));
        return all;
    }

    static void practices(String register, String... lines) {
        List<String> all = new ArrayList<>(List.of(HEADER));
        for (String line : lines) {
            all.add(line.replaceFirst("(\\d;\\w+);", "$1, A.;"));
        }
        ImportRun run = bringIn(register, text(all.toArray(String[]::new)), ImportMode.AUTO);
        assertThat(run.getState()).as(run.summary()).isEqualTo(ImportState.DONE);
    }

    static List<String> practicesOf(String... keys) {
        return rows("select distinct workplace_id from crm.source_record where source_key in ('"
                + String.join("','", keys) + "')");
    }

    static void register(String code, String organisation, boolean personal) {
        IntakeFixture.create(new RegisterDefinition(
                code,
                code,
                organisation,
                null,
                null,
                null,
                ";",
                null,
                "nr",
                List.of(
                        column("nr", "sourceKey", false),
                        column("naam", "fullName", false),
                        column("agb", "practiceAgb", false),
                        column("praktijk", "practiceName", false),
                        column("straat", "street", personal),
                        column("huisnr", "houseNumber", personal),
                        column("postcode", "postcode", personal),
                        column("plaats", "place", personal),
                        column("telefoon", "phone", personal))));
    }

    private static RegisterDefinition.Column column(String header, String field, boolean personal) {
        return new RegisterDefinition.Column(header, field, personal, Map.of());
    }
}
