package nl.kring.crm.registry.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.kring.crm.registry.BigNumber;

/** The quality registers in which somebody may have a number, by the codes of the schemes that count their points. */
public enum QualityRegister {
    RGS_HA("RGS-HA", Numbering.BIG),
    NVVPO_KR("NVVPO-KR", Numbering.OWN),
    LVPOHGGZ_KR("LVPOHGGZ-KR", Numbering.OWN),
    VVN_KR_N("VVN-KR-N", Numbering.OWN),
    VVN_KR_C("VVN-KR-C", Numbering.OWN),
    VSR("VSR", Numbering.BIG),
    NAPA_PA("NAPA-PA", Numbering.OWN),
    SRC_OF("SRC-OF", Numbering.BIG),
    KNOV_KR("KNOV-KR", Numbering.BIG),
    KABIZ_DA("KABIZ-DA", Numbering.OWN),
    TRIAGE("TRIAGE", Numbering.OWN),
    KP("KP", Numbering.OWN),
    CKR_LEGACY("CKR-LEGACY", Numbering.BIG),
    BIG_GZ("BIG-GZ", Numbering.BIG),
    BIG_BASIC("BIG-BASIC", Numbering.BIG);

    /** Whether a register gives out numbers of its own (V&V also takes a BIG number) or goes by the BIG number. */
    private enum Numbering {
        BIG,
        OWN
    }

    private static final Pattern OWN_NUMBER = Pattern.compile("[0-9A-Z][0-9A-Z./-]{1,18}[0-9A-Z]");

    private final String code;
    private final Numbering numbering;

    QualityRegister(String code, Numbering numbering) {
        this.code = code;
        this.numbering = numbering;
    }

    public String code() {
        return code;
    }

    public static Optional<QualityRegister> of(String code) {
        return Arrays.stream(values())
                .filter(register -> register.code.equals(code))
                .findFirst();
    }

    /** The codes in the order in which registers are shown. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(QualityRegister::code).toList();
    }

    public boolean goesByBig() {
        return numbering == Numbering.BIG;
    }

    /** A number as this register writes it; empty when it cannot be one. */
    public Optional<String> number(String written) {
        if (goesByBig()) {
            return BigNumber.of(written).map(BigNumber::digits);
        }
        String number = written == null ? "" : written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return OWN_NUMBER.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }
}
