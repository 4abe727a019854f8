-- Only passages that were extracted since this version have them.
ALTER TABLE passage
    ADD COLUMN page_label   text,  -- as printed on the page
    ADD COLUMN box          jsonb, -- x, y, width, height on the page, in points
    ADD COLUMN repaired     text,  -- only if it differs from text
    ADD COLUMN repairs      jsonb, -- the edits that lead from text to repaired
    ADD COLUMN continued_in text;  -- the anchor of the passage in which the last sentence continues
