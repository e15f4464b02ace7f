package nl.kring.crm.enrolment.draw;

import java.io.Serializable;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import nl.kring.crm.platform.Sha256;

/**
 * What a draw came to, for everybody to check.
 *
 * @param commitment what was published beforehand
 * @param seed the secret of which that is the hash
 * @param hash the SHA-256 of {@link #csv()}, in hexadecimal digits, as it was kept when the draw was held
 * @param lines in the order that was drawn
 */
public record DrawLog(String commitment, String seed, String hash, List<DrawnLine> lines) implements Serializable {

    private static final String HEADER = "volgorde;lotnummer;hmac-sha256;uitkomst;plaats-op-wachtlijst\n";

    /** The log as a file: ASCII, semicolons, each line ended by a line feed. */
    public String csv() {
        return lines.stream()
                .map(line -> line.position() + ";" + line.ticket() + ";" + line.lot() + ";"
                        + (line.waiting() == null ? "plaats;" : "wachtlijst;" + line.waiting()) + "\n")
                .collect(Collectors.joining("", HEADER, ""));
    }

    /** What stands for this log, in hexadecimal digits. */
    public String hashNow() {
        return HexFormat.of().formatHex(Sha256.of(csv()));
    }

    /** Whether the secret is the one that was promised, the order follows from it, and not a letter was changed since. */
    public boolean isSound() {
        return DrawOrder.commitment(seed).equals(commitment)
                && isInOrder()
                && hashNow().equals(hash);
    }

    private boolean isInOrder() {
        String before = "";
        for (int at = 0; at < lines.size(); at++) {
            DrawnLine line = lines.get(at);
            String lot = DrawOrder.lot(seed, line.ticket());
            if (line.position() != at + 1 || !line.lot().equals(lot) || lot.compareTo(before) <= 0) {
                return false;
            }
            before = lot;
        }
        return true;
    }
}
