package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the cells of Dutch registers are read. */
class ReadingTest {

    private static final DateReader DATES = new DateReader(LocalDate.of(2026, 3, 2), false);

    @ParameterizedTest
    @CsvSource({
        "03-05-1971, 1971-05-03",
        "3-5-1971, 1971-05-03",
        "1971-05-03, 1971-05-03",
        "19710503, 1971-05-03",
        "03051971, 1971-05-03",
        "3 mei 1971, 1971-05-03",
        "20 SEPTEMBER 1966, 1966-09-20",
        "7-okt-1980, 1980-10-07",
        "20/03/71, 1971-03-20",
        "20/03/05, 2005-03-20",
        "20/03/24, 1924-03-20",
        "26477, 1972-06-27",
        "1971-05-03 00:00:00, 1971-05-03",
        "1971-05-03T00:00:00, 1971-05-03",
        "31-02-1971, ",
        "01-01-1900, ",
        "1900-01-01, ",
        "00-00-0000, ",
        "03-05-2024, ",
        "onbekend, "
    })
    void a_birth_date_is_read_in_every_form(String text, LocalDate date) {
        assertThat(DATES.birthDate(text).value()).isEqualTo(date);
        assertThat(DATES.birthDate(text).problem() == null).isEqualTo(date != null);
    }

    @Test
    void a_serial_number_of_a_1904_workbook_counts_from_there() {
        assertThat(new DateReader(LocalDate.of(2026, 3, 2), true)
                        .birthDate("25015")
                        .value())
                .isEqualTo(LocalDate.of(1972, 6, 27));
    }

    @Test
    void the_date_that_computers_fill_in_is_told() {
        assertThat(DATES.birthDate("01-01-1900").problem()).isEqualTo("date-default");
        assertThat(DATES.birthDate("03-05-2024").problem()).isEqualTo("date-implausible");
        assertThat(DATES.period("31-12-9999").value()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "06-29732308, +31629732308",
        "06 - 62 68 4695, +31662684695",
        "+31 (0)6 589 98300, +31658998300",
        "0031535043249, +31535043249",
        "648989080, +31648989080",
        "0541 - 79 55 22, +31541795522",
        "(06) 30432258, +31630432258",
        "+31633313558, +31633313558",
        "geen, ",
        "12, "
    })
    void a_phone_number_becomes_international(String text, String number) {
        assertThat(PhoneReader.read(text).value()).isEqualTo(number);
        assertThat(PhoneReader.read(text).problem() == null).isEqualTo(number != null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "De Hoven 29, 7671 kh Vriezenveen; De Hoven; 29; ; 7671 kh; Vriezenveen",
                "Boulevard 1945 65b, 7587MH De Lutte; Boulevard 1945; 65; b; 7587MH; De Lutte",
                "Emmastraat 4; Emmastraat; 4; ; ;",
                "Kerkstraat 39-1; Kerkstraat; 39; 1; ;",
                "Sluiskade NZ 12 bis; Sluiskade NZ; 12; bis; ;",
                "Parkweg 107, 7463 PP RIJSSEN; Parkweg; 107; ; 7463 PP; Rijssen"
            })
    void an_address_in_one_cell_is_taken_apart(
            String text, String street, String number, String suffix, String postcode, String place) {
        assertThat(AddressReader.read(text))
                .isEqualTo(new AddressReader.Address(street, number, suffix, postcode, place));
    }

    @Test
    void a_place_loses_the_hint_at_its_province() {
        assertThat(AddressReader.place("Hengelo (Ov)")).isEqualTo("Hengelo");
        assertThat(AddressReader.place("DENEKAMP")).isEqualTo("Denekamp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Linden-Oosterik, C.A. van der (Corrie); ; Oosterik; van der; Linden; C.A.; Corrie",
                "Rosterhaar, FGL; ; Rosterhaar; ; ; F.G.L.;",
                "Jong, M J de (Marie); de; Jong; ; ; M.J.; Marie",
                "Berg, A. v.d.; v.d.; Berg; ; ; A.;",
                "JONG-BAKKER, A.B. VAN DER (ANNA); ; Bakker; van der; Jong; A.B.; Anna",
                "Mw. drs. A.B. (Anna) van den Berg; van den; Berg; ; ; A.B.; Anna",
                "Dhr. S.J. (Sam) Borbrink; ; Borbrink; ; ; S.J.; Sam",
                "Mw. dr. I. (Ilse) Oosmate-van Loon; van; Loon; ; Oosmate; I.; Ilse",
                "Mw. M J (Monique) van den Berg; van den; Berg; ; ; M.J.; Monique",
                "De heer Th.M. IJsseldijk; ; IJsseldijk; ; ; Th.M.;",
                "Jan Jansen; ; Jansen; ; ; ; Jan"
            })
    void a_name_in_one_cell_is_taken_apart(
            String text,
            String prefix,
            String name,
            String partnerPrefix,
            String partner,
            String initials,
            String given) {
        NameReader.Name read = NameReader.ofOneCell(text);
        assertThat(new String[] {
                    read.birthPrefix(),
                    read.birthName(),
                    read.partnerPrefix(),
                    read.partnerName(),
                    read.initials(),
                    read.givenName()
                })
                .containsExactly(prefix, name, partnerPrefix, partner, initials, given);
    }

    @ParameterizedTest
    @CsvSource({
        "Eerstelijnspsycholoog, PSYCHOLOGIST",
        "Huisarts i.o., GP_TRAINEE",
        "DA/triagist, DOCTORS_ASSISTANT",
        "Diëtist, DIETITIAN",
        "POH-GGZ, PN_MENTAL",
        "tovenaar, "
    })
    void a_profession_is_known_by_its_words(String text, String profession) {
        assertThat(Words.profession(text).value())
                .isEqualTo(profession == null ? null : nl.kring.crm.registry.Profession.valueOf(profession));
    }
}
