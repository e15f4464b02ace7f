package nl.kring.crm.attendance.credit;

import java.io.Serializable;
import java.util.Arrays;
import nl.kring.crm.platform.FileKinds;
import nl.kring.crm.platform.InvalidInputException;

/**
 * A file that shows where points come from: a PDF or a picture. What it is its first bytes say, not its name.
 *
 * @param mediaType as found by {@link #of}
 */
public record Evidence(String fileName, String mediaType, byte[] content) implements Serializable {

    public static final int LARGEST = 5 * 1024 * 1024;

    /**
     * A file as somebody sent it.
     *
     * @throws InvalidInputException it is empty, larger than 5 MB, or neither PDF, JPEG nor PNG
     */
    public static Evidence of(String fileName, byte[] content) {
        if (content == null || content.length == 0) {
            throw new InvalidInputException("credit-evidence-missing");
        }
        if (content.length > LARGEST) {
            throw new InvalidInputException("credit-evidence-large", LARGEST / 1024 / 1024);
        }
        String type = FileKinds.of(content)
                .filter(kind -> !kind.equals(FileKinds.ARCHIVE))
                .orElseThrow(() -> new InvalidInputException("credit-evidence-type"));
        return new Evidence(FileKinds.name(fileName, "bewijs"), type, content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && fileName.equals(that.fileName)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return fileName + " (" + mediaType + ", " + content.length + " bytes)";
    }
}
