package vn.lienthong.identity.subject;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.trust.Masks;
import vn.lienthong.trust.Seal;

/** An id that an account states besides its own: a keyed hash to find it by, and as much as people may see. */
record SecondaryId(Kind kind, String hash, String masked) {

    enum Kind {
        /** Số định danh, 12 digits. */
        PERSONAL_ID,
        /** CMND, 9 digits. */
        OLD_ID,
        /** Mã số thuế. */
        TAX_CODE
    }

    static List<SecondaryId> of(NationalAccount account, Seal seal) {
        List<SecondaryId> all = new ArrayList<>();
        if (account.personalId() != null) {
            all.add(of(Kind.PERSONAL_ID, account.personalId(), seal));
        }
        if (account.oldId() != null) {
            all.add(of(Kind.OLD_ID, account.oldId(), seal));
        }
        if (account.taxCode() != null) {
            all.add(of(Kind.TAX_CODE, account.taxCode(), seal));
        }
        return all;
    }

    private static SecondaryId of(Kind kind, String id, Seal seal) {
        return new SecondaryId(kind, seal.hash("identity:" + kind + ":" + id), Masks.personalId(id));
    }
}
