"""Everything that can be refused or go wrong, one module an occasion, one class per thing that can go wrong, each with
a code and a sentence that names the way out."""
