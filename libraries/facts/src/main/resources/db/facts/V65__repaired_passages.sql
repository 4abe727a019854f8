-- The text after repairs, if it differs. A quote is right if it is in either text.
ALTER TABLE passage ADD COLUMN repaired text;
