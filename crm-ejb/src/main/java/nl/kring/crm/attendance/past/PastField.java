package nl.kring.crm.attendance.past;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column can say, and how such columns are usually called. */
public enum PastField {
    COURSE_KEY(PastKind.PARTICIPATION, "(cursus|scholing|nascholing)(nr|nummer|code|id)"),
    TITLE(PastKind.PARTICIPATION, "titel|cursus|scholing|nascholing|cursusnaam|naamscholing|title|course|onderwerp"),
    EDITION_KEY(PastKind.PARTICIPATION, "(uitvoering|bijeenkomst|editie|groep)(s)?(nr|nummer|code|id)?|edition"),
    STARTS(PastKind.PARTICIPATION, "datum|begindatum|startdatum|cursusdatum|date|start|begin"),
    START_TIME(PastKind.PARTICIPATION, "(begin|start|aanvangs)tijd|tijd|van"),
    ENDS(PastKind.PARTICIPATION, "einddatum|end|eind"),
    END_TIME(PastKind.PARTICIPATION, "eindtijd|tot"),
    LOCATION(PastKind.PARTICIPATION, "locatie|lokatie|zaal|location"),
    PLACE(PastKind.PARTICIPATION, "plaats|plaatscursus|place"),
    PRESENCE(PastKind.PARTICIPATION, "aanwezig|aanwezigheid|presentie|aanwezigjn|status|present|attendance"),
    OWN_KEY(null, "relatienummer|relatienr|relatie|lidnr|persoonsnummer|deelnemernummer|externalid|nummer"),
    BIG(null, "big|bignummer|bignr|bigregistratie"),
    AGB(null, "agb|agbcode|agbpersoon"),
    REGISTER_NUMBER(null, "registernummer|registratienummer"),
    NAME(null, "naam|volledigenaam|naamvolledig|deelnemer|name|naamdeelnemer"),
    SURNAME(null, "achternaam|geboortenaam|surname|lastname|familienaam"),
    INITIALS(null, "voorletters|initialen|voornaam|initials|firstname"),
    BIRTH_DATE(null, "geboortedatum|gebdatum|birthdate|geboren"),
    EMAIL(null, "email|emailadres|mail|mailadres"),
    MEMBER_OF(PastKind.MEMBERSHIP, "organisatie|vereniging|lidvan|organisation"),
    MEMBER_KIND(PastKind.MEMBERSHIP, "soort|soortlid|soortlidmaatschap|lidmaatschap|kind"),
    MEMBER_NUMBER(PastKind.MEMBERSHIP, "lidnummer|lidmaatschapsnummer|membernumber"),
    MEMBER_FROM(PastKind.MEMBERSHIP, "vanaf|lidvanaf|ingangsdatum|begindatum|startdatum|validfrom|van"),
    MEMBER_TO(PastKind.MEMBERSHIP, "tot|totenmet|lidtot|einddatum|validto");

    /** Before the code of a register: a column with the points in it. */
    static final String POINTS = "POINTS:";

    private final PastKind of;
    private final Pattern usual;

    PastField(PastKind of, String usual) {
        this.of = of;
        this.usual = Pattern.compile(usual);
    }

    /** What the columns of such a file can say. */
    public static List<PastField> of(PastKind kind) {
        return Arrays.stream(values())
                .filter(field -> field.of == null || field.of == kind)
                .toList();
    }

    /** What a column says, by what it is called. */
    static Optional<PastField> guess(PastKind kind, String header) {
        String folded = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return of(kind).stream()
                .filter(field -> field.usual.matcher(folded).matches())
                .findFirst();
    }
}
