package vn.lienthong.hub.intake.collect;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each sender's source brought last. The same again is the same submission; the same after something else is news, for
 * a register may come to say again what it said before.
 */
@Repository
public class LastContent {

    private final JdbcClient db;

    public LastContent(JdbcClient db) {
        this.db = db;
    }

    /** Which content of the sender's this is, counting from 1; the same answer until {@link #brought} was told. */
    public int number(String sender, String sha256) {
        return db.sql("""
                        select case when last_content = :content then contents else contents + 1 end
                        from hub.collect_rounds where sender = :sender""")
                .param("content", sha256)
                .param("sender", sender)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** It is safe with the broker. */
    public void brought(String sender, String sha256) {
        db.sql("""
                        update hub.collect_rounds set last_content = :content, contents = contents + 1
                        where sender = :sender and last_content is distinct from :content""").param("content", sha256).param("sender", sender).update();
    }
}
