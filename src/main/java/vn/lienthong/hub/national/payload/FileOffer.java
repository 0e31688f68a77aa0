package vn.lienthong.hub.national.payload;

import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.access.files.PublicAddress;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;

/**
 * Under which link the portal can fetch a file: one of our own for what we hold, else the sender's where it opens from
 * outside.
 *
 * <p>A record names a file we hold by its content until it leaves, when each gets a fresh link: the link is another one
 * each time, which is no change of the dossier.
 */
public final class FileOffer {

    /** The sender's links only. */
    public static final FileOffer NONE = new FileOffer(null);

    static final String PAPERS = "TaiLieuNop";
    static final String PAPER_LINK = "DuongDanTaiTepTin";
    static final String RESULTS = "DanhSachGiayToKetQua";
    static final String RESULT_LINK = "DuongDanTepTinKetQua";

    static final String CONTENT = "content:";

    private final @Nullable BiFunction<UUID, String, String> links;

    /** {@code links} makes one for a content of a dossier; null when none are given. */
    public FileOffer(@Nullable BiFunction<UUID, String, String> links) {
        this.links = links;
    }

    String reference(Attachment file) {
        if (links != null && file.sha256() != null) {
            return CONTENT + file.sha256();
        }
        return file.link() != null && PublicAddress.is(file.link()) ? file.link() : "";
    }

    /** The record as it leaves now. */
    ObjectNode leaving(ObjectNode record, UUID dossier) {
        ObjectNode leaving = record.deepCopy();
        fill(leaving, PAPERS, PAPER_LINK, dossier);
        fill(leaving, RESULTS, RESULT_LINK, dossier);
        return leaving;
    }

    private void fill(ObjectNode record, String list, String field, UUID dossier) {
        for (var entry : record.path(list)) {
            String reference = entry.path(field).asString("");
            if (links != null && reference.startsWith(CONTENT)) {
                ((ObjectNode) entry).put(field, links.apply(dossier, reference.substring(CONTENT.length())));
            }
        }
    }
}
