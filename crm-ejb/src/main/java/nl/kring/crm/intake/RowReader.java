package nl.kring.crm.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.kring.crm.intake.file.RawRow;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.registry.AgbCode;
import nl.kring.crm.registry.BigNumber;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.NameUsage;
import nl.kring.crm.registry.Postcode;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.provenance.SourceValues;

/** Turns the rows of one file into typed values; what cannot be read is left out and told. */
class RowReader {

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>(),;:\"\\[\\]\\\\]{1,64}@[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+");

    private final Map<RegisterMapping.Mapped, Integer> places = new LinkedHashMap<>();
    private final List<String> headers;
    private final int keyColumn;
    private final DateReader dates;

    RowReader(RegisterMapping mapping, List<String> headers, boolean dates1904, LocalDate today) {
        this.headers = headers;
        mapping.columns().forEach(column -> places.put(column, RegisterFile.indexOf(headers, column.header())));
        this.keyColumn = RegisterFile.indexOf(headers, mapping.format().keyColumn());
        this.dates = new DateReader(today, dates1904);
    }

    TypedRow read(RawRow row) {
        return new OneRow(row).typed();
    }

    /** The work on one row. */
    private final class OneRow {

        private final RawRow row;
        private final String key;
        private final Map<TargetField, String> cells = new EnumMap<>(TargetField.class);
        private final Map<TargetField, RegisterMapping.Mapped> columns = new EnumMap<>(TargetField.class);
        private final List<RowProblem> problems = new ArrayList<>();

        private OneRow(RawRow row) {
            this.row = row;
            this.key = row.cell(keyColumn);
            for (Map.Entry<RegisterMapping.Mapped, Integer> place : places.entrySet()) {
                RegisterMapping.Mapped column = place.getKey();
                String text = row.cell(place.getValue());
                if (!columns.containsKey(column.field())
                        || cells.get(column.field()).isEmpty()) {
                    cells.put(column.field(), text);
                    columns.put(column.field(), column);
                }
            }
        }

        private TypedRow typed() {
            Map<String, String> raw = RegisterMapping.raw(headers, row.cells());
            return new TypedRow(row.number(), row.filled(), key, raw, hash(raw), values(), problems);
        }

        private SourceValues values() {
            NameReader.Name name = name();
            AgbCode practice = told(TargetField.PRACTICE_AGB, agb(TargetField.PRACTICE_AGB));
            AgbCode agb = told(TargetField.AGB, agb(TargetField.AGB));
            if (agb != null && agb.equals(practice)) {
                agb = told(TargetField.AGB, Reading.problem("agb-of-practice"));
            }
            AddressReader.Address address = AddressReader.read(text(TargetField.ADDRESS));
            String phone = told(TargetField.PHONE, PhoneReader.read(text(TargetField.PHONE)));
            String mobile = told(TargetField.MOBILE, PhoneReader.read(text(TargetField.MOBILE)));
            Gender gender = Words.gender(text(TargetField.GENDER)).value();
            NameUsage usage = told(TargetField.NAME_USAGE, Words.nameUsage(text(TargetField.NAME_USAGE)));
            return new SourceValues(
                    name.birthName(),
                    name.birthPrefix(),
                    name.partnerName(),
                    name.partnerPrefix(),
                    usage == null ? name.usage() : usage,
                    name.initials(),
                    name.givenName(),
                    gender == null ? name.gender() : gender,
                    told(TargetField.BIRTH_DATE, dates.birthDate(text(TargetField.BIRTH_DATE))),
                    profession(),
                    told(TargetField.BIG, big()),
                    agb,
                    NameReader.nullIfEmpty(text(TargetField.PRACTICE_NAME)),
                    practice,
                    first(text(TargetField.STREET), address.street()),
                    first(text(TargetField.HOUSE_NUMBER), address.number()),
                    first(text(TargetField.HOUSE_SUFFIX), address.suffix()),
                    postcode(address),
                    first(AddressReader.place(text(TargetField.PLACE)), address.place()),
                    landline(phone, mobile),
                    mobile(phone, mobile),
                    email(),
                    told(TargetField.VALID_FROM, dates.period(text(TargetField.VALID_FROM))),
                    told(TargetField.VALID_TO, dates.period(text(TargetField.VALID_TO))),
                    meaning().map(Meaning::role).orElse(null));
        }

        private NameReader.Name name() {
            String whole = text(TargetField.FULL_NAME);
            return whole.isEmpty()
                    ? NameReader.ofParts(
                            text(TargetField.BIRTH_NAME),
                            text(TargetField.BIRTH_PREFIX),
                            text(TargetField.PARTNER_NAME),
                            text(TargetField.PARTNER_PREFIX),
                            text(TargetField.INITIALS),
                            text(TargetField.GIVEN_NAME))
                    : NameReader.ofOneCell(whole);
        }

        private Profession profession() {
            return meaning()
                    .map(Meaning::profession)
                    .orElseGet(() -> told(TargetField.PROFESSION, Words.profession(text(TargetField.PROFESSION))));
        }

        /** What the register itself says that the code stands for. */
        private Optional<Meaning> meaning() {
            return Optional.ofNullable(columns.get(TargetField.PROFESSION))
                    .map(column -> column.meanings().get(text(TargetField.PROFESSION)))
                    .flatMap(Meaning::of);
        }

        private Reading<BigNumber> big() {
            String text = text(TargetField.BIG);
            if (text.isEmpty()) {
                return Reading.nothing();
            }
            return SCIENTIFIC.matcher(text).matches()
                    ? Reading.problem("identifier-scientific")
                    : Reading.of(BigNumber.of(text), "big-invalid");
        }

        private Reading<AgbCode> agb(TargetField field) {
            String text = text(field);
            if (text.isEmpty()) {
                return Reading.nothing();
            }
            return SCIENTIFIC.matcher(text).matches()
                    ? Reading.problem("identifier-scientific")
                    : Reading.of(AgbCode.of(text), "agb-invalid");
        }

        private Postcode postcode(AddressReader.Address address) {
            String text = text(TargetField.POSTCODE);
            if (text.isEmpty()) {
                return Postcode.of(address.postcode()).orElse(null);
            }
            return told(TargetField.POSTCODE, Reading.of(Postcode.of(text), "postcode-invalid"));
        }

        private String email() {
            String text = text(TargetField.EMAIL).toLowerCase(Locale.ROOT);
            boolean fits = text.isEmpty() || EMAIL.matcher(text).matches();
            return told(
                    TargetField.EMAIL,
                    fits ? Reading.of(NameReader.nullIfEmpty(text)) : Reading.problem("email-invalid"));
        }

        private String landline(String phone, String mobile) {
            boolean inItsColumn = phone != null && !PhoneReader.isMobile(phone);
            return inItsColumn ? phone : PhoneReader.isMobile(mobile) ? null : mobile;
        }

        private String mobile(String phone, String mobile) {
            boolean inItsColumn = mobile != null && PhoneReader.isMobile(mobile);
            return inItsColumn ? mobile : PhoneReader.isMobile(phone) ? phone : null;
        }

        private String text(TargetField field) {
            return cells.getOrDefault(field, "");
        }

        private <T> T told(TargetField field, Reading<T> reading) {
            if (reading.problem() != null) {
                String header = columns.get(field).header();
                problems.add(
                        new RowProblem(row.number(), key, header, text(field), reading.problem(), false, Map.of()));
            }
            return reading.value();
        }
    }

    private static String first(String one, String other) {
        return one == null || one.isEmpty() ? other : one;
    }

    private static byte[] hash(Map<String, String> raw) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(raw)
                .forEach((header, text) ->
                        all.append(header).append('\t').append(text).append('\n'));
        return Sha256.of(all.toString());
    }
}
