package nl.kring.crm.attendance.presence;

import com.google.zxing.common.BitMatrix;
import java.io.Serializable;
import java.time.Instant;
import nl.kring.crm.attendance.QrCode;

/**
 * What somebody shows at the door, or what hangs on the wall.
 *
 * @param code sixteen characters in four groups, for who types
 * @param address what a camera reads
 */
public record PresenceCode(String code, String address, String title, String name, Instant startsAt, Instant endsAt)
        implements Serializable {

    /** How many cells the picture is wide and high. */
    public int getSize() {
        return QrCode.of(address).getWidth();
    }

    /** The dark cells as a path for a drawing, in cells. */
    public String getPath() {
        BitMatrix cells = QrCode.of(address);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < cells.getHeight(); y++) {
            for (int x = 0; x < cells.getWidth(); x++) {
                int start = x;
                while (x < cells.getWidth() && cells.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M')
                            .append(start)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - start)
                            .append("v1h-")
                            .append(x - start)
                            .append('z');
                }
            }
        }
        return path.toString();
    }
}
